/** Faults of a disk that the owner of the machine can mend, whatever was being written, by the code of the error. */
export const diskFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room, then run the same command again',
  EDQUOT: 'your share of the disk is full; make room, then run the same command again',
  EFBIG:
    'no file may become that large here; ask who runs the machine, then run the same command again',
  EROFS: 'the disk cannot be written to; mend that, then run the same command again',
  EIO: 'the disk cannot be read or written; check it, then run the same command again',
};
