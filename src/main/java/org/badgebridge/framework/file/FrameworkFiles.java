package org.badgebridge.framework.file;

import java.util.concurrent.Semaphore;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.FileText;

/** Reads a framework file of any kind that we know. */
public final class FrameworkFiles {

  /** Most bytes of a file. */
  public static final int LARGEST = 20 * 1024 * 1024;

  /** The same in megabytes. */
  public static final int MEGABYTES = LARGEST / 1024 / 1024;

  /** A file of the largest size takes some hundred megabytes while it is read. */
  private static final Semaphore RUNNING = new Semaphore(1);

  private FrameworkFiles() {}

  /**
   * Reads a file.
   *
   * @param bytes all of it; of a file that is too large the first {@link #LARGEST} + 1
   * @param fileName as it is called where it came from; a CSV file says nowhere else what it is
   * @throws InvalidFields if it cannot be read, or nothing in it can be taken
   */
  public static ReadFile read(byte[] bytes, String fileName) {
    if (bytes.length > LARGEST) {
      throw Refusal.because("too-large", MEGABYTES);
    }
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      throw Refusal.because("spreadsheet");
    }
    if (!RUNNING.tryAcquire()) {
      throw Refusal.because("busy");
    }
    try {
      String text = FileText.of(bytes);
      if (text == null) {
        throw Refusal.because("encoding");
      }
      String start = text.substring(0, Math.min(text.length(), 1000)).strip();
      if (start.isEmpty()) {
        throw Refusal.because("empty");
      }
      return switch (start.charAt(0)) {
        case '{' -> new CaseFile(text).read();
        case '[', '<' -> throw Refusal.because("kind");
        default -> new CsvFile(text, fileName).read();
      };
    } finally {
      RUNNING.release();
    }
  }
}
