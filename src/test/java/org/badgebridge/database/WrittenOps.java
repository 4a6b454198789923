package org.badgebridge.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A place for H2 files ({@code written:/path}) that notes each write, so that a test can make the
 * file that a process would have left which was killed between any two of them, or within one.
 */
public final class WrittenOps extends FilePathWrapper {

  private static final List<Op> OPS = new ArrayList<>();

  /** Bytes at a place; or, without any, the length to which the file was cut. */
  static final class Op {

    private final long position;
    private final byte[] bytes;

    Op(long position, byte[] bytes) {
      this.position = position;
      this.bytes = bytes;
    }

    int length() {
      return bytes.length;
    }

    boolean isAt(long place) {
      return position == place;
    }

    void doTo(FileChannel file, int most) throws IOException {
      if (bytes.length == 0) {
        file.truncate(position);
        return;
      }
      ByteBuffer part = ByteBuffer.wrap(bytes, 0, Math.min(most, bytes.length));
      long at = position;
      while (part.hasRemaining()) {
        at += file.write(part, at);
      }
    }
  }

  static void begin() {
    FilePath.register(new WrittenOps());
    synchronized (OPS) {
      OPS.clear();
    }
  }

  static int count() {
    synchronized (OPS) {
      return OPS.size();
    }
  }

  static List<Op> all() {
    synchronized (OPS) {
      return List.copyOf(OPS);
    }
  }

  private static void note(long position, byte[] bytes) {
    synchronized (OPS) {
      OPS.add(new Op(position, bytes));
    }
  }

  @Override
  public String getScheme() {
    return "written";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel file = super.open(mode);
    return getName().endsWith(".mv.db") ? new Noting(file) : file;
  }

  /** The file that the first operations made, and a part of the next. */
  static void leave(Path file, List<Op> ops, int whole, int part) throws IOException {
    Files.deleteIfExists(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (Op each : ops.subList(0, whole)) {
        each.doTo(channel, Integer.MAX_VALUE);
      }
      if (part > 0 && whole < ops.size()) {
        ops.get(whole).doTo(channel, part);
      }
    }
  }

  private static final class Noting extends FileBaseDefault {

    private final FileChannel file;

    Noting(FileChannel file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      byte[] bytes = new byte[source.remaining()];
      source.duplicate().get(bytes);
      int written = file.write(source, position);
      note(position, bytes);
      return written;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
      note(size, new byte[0]);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }
  }
}
