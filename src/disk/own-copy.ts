import { Buffer } from 'node:buffer';

/**
 * The same text in memory of its own. What is cut out of a string keeps the whole string alive, and
 * that is a file for each word that is kept.
 */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
