/** The levels of the Pod Security Standards, from the most lenient to the strictest. */
export const LEVELS = ["privileged", "baseline", "restricted"] as const;

/** A level of the Pod Security Standards. */
export type Level = (typeof LEVELS)[number];

/** Reads a level: lower case, exactly. */
export const parseLevel = (text: string): Level | undefined => LEVELS.find((level) => level === text);

/** Whether `level` asks for more than `other`. */
export const isStricter = (level: Level, other: Level): boolean => LEVELS.indexOf(level) > LEVELS.indexOf(other);
