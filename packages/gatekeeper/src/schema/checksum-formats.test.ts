import { expect, it } from "vitest";
import { isCreditCard, isIsbn10, isIsbn13 } from "./checksum-formats.js";

it("cards have a known start and a sum", () => {
  expect(["4111 1111-1111 1111", "5398228707871527", "375556917985515"].filter((card) => !isCreditCard(card))).toEqual(
    [],
  );
  expect(["4111111111111112", "1234567890123456", "", "4111"].filter(isCreditCard)).toEqual([]);
});

it("books have ten digits or thirteen, and a sum", () => {
  expect(["3836221195", "1-61729-085-8", "3 423 21412 0", "080442957X"].filter((isbn) => !isIsbn10(isbn))).toEqual([]);
  expect(["3423214121", "978-3836221191", "X804429570"].filter(isIsbn10)).toEqual([]);
  expect(["9784873113685", "978-3-8362-2119-1"].filter((isbn) => !isIsbn13(isbn))).toEqual([]);
  expect(["978-3-8362-2119-0", "3836221195"].filter(isIsbn13)).toEqual([]);
});
