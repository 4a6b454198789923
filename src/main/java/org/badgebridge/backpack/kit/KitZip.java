package org.badgebridge.backpack.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.badgebridge.keys.Digests;

/** A ZIP that goes out while it is made, and remembers the SHA-256 of every file in it. */
final class KitZip implements AutoCloseable {

  private final ZipOutputStream zip;
  private final SortedMap<String, String> sums = new TreeMap<>();

  KitZip(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Adds a file. */
  void add(String path, byte[] bytes) throws IOException {
    sums.put(path, HexFormat.of().formatHex(Digests.sha256(bytes)));
    zip.putNextEntry(new ZipEntry(path));
    zip.write(bytes);
    zip.closeEntry();
  }

  void add(String path, String text) throws IOException {
    add(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The sums of all files so far, by path. */
  SortedMap<String, String> sums() {
    return sums;
  }

  /** Ends the ZIP; the stream behind it is its owner's. */
  @Override
  public void close() throws IOException {
    zip.finish();
  }
}
