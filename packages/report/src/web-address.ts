const WEB_ADDRESS = /^https?:\/\/(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-fA-F]{2})+$/;

/** Whether a text is the address of a web page, and safe to be a link in any format: policies may hold anything. */
export const isWebAddress = (text: string): boolean => WEB_ADDRESS.test(text);
