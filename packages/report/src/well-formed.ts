const LONE_SURROGATE = /\p{Cs}/gu;

/** Replaces halves of surrogate pairs, which are no text and which many programs refuse to read, by U+FFFD. */
export const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, "\uFFFD");
