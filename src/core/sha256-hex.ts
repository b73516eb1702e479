/** A SHA-256 as names, addresses and settings carry it: lower-case hex. */
export const SHA256_HEX = /^[0-9a-f]{64}$/;
