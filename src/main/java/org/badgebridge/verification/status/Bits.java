package org.badgebridge.verification.status;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.badgebridge.verification.reading.Unreadable;

/**
 * One bit of a packed list (Bitstring Status List 1.0 §3.2, §3.3). The list is unpacked as far as
 * needed and no further, so that a few bytes cannot become gigabytes.
 */
final class Bits {

  /** The shortest list, which hides whose status is asked for (§4.3): 16 KiB. */
  static final int FEWEST = 131_072;

  /** A list of 16 MiB; whoever has more badges begins another. */
  private static final long MOST = 1L << 27;

  private Bits() {}

  /**
   * The bit; index 0 is the leftmost of the first byte.
   *
   * @throws Unreadable if the list is too short, or no such list
   */
  static boolean isSet(String encoded, long index) {
    if (!encoded.startsWith("u") || index >= MOST) {
      throw new Unreadable("status.no-list");
    }
    try (InputStream bits =
        new GZIPInputStream(
            new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded.substring(1))))) {
      long position = index / 8;
      byte[] start = bits.readNBytes(FEWEST / 8);
      if (start.length < FEWEST / 8) {
        throw new Unreadable("status.short");
      }
      int there =
          position < start.length
              ? start[(int) position] & 0xff
              : later(bits, position - start.length);
      if (there < 0) {
        throw new Unreadable("status.range");
      }
      return (there & (0x80 >>> (index % 8))) != 0;
    } catch (IOException | IllegalArgumentException e) {
      throw new Unreadable("status.no-list");
    }
  }

  /** The byte so much further on; negative if the list ends before. */
  private static int later(InputStream bits, long further) throws IOException {
    try {
      bits.skipNBytes(further);
    } catch (EOFException e) {
      return -1;
    }
    return bits.read();
  }
}
