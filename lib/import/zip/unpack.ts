import { unzipSync } from 'fflate'
import { limits } from '@/lib/limits'
import { megabytes } from '../read-whole'
import { ImportFault } from '../row'

/**
 * The files of a zip that are wanted, by name. What each says of its size is all the room that it gets, so that a small zip
 * cannot fill the memory. Throws an ImportFault for one that is damaged, or too large unpacked.
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let [files, size] = [0, 0]
  try {
    const unpacked = unzipSync(bytes, {
      filter({ name, originalSize }) {
        files++
        if (files > limits.import.zipFiles)
          throw new ImportFault(`holds more than ${limits.import.zipFiles} files: that is no file of data`)
        if (!isWanted(name)) return false
        size += originalSize
        if (size > limits.import.unpackedBytes)
          throw new ImportFault(
            `is larger than ${megabytes(limits.import.unpackedBytes)} when it is unpacked: unpack it and split what is in it`,
          )
        return true
      },
    })
    return new Map(Object.entries(unpacked))
  } catch (error) {
    if (error instanceof ImportFault) throw error
    throw new ImportFault('is a damaged zip: it was cut off, perhaps; fetch or save it again')
  }
}

/** Whether bytes begin as a zip does. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)
}
