package org.badgebridge.award.batch.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook (ECMA-376), the rows one after the other. */
final class XlsxTable {

  /** Most bytes that a workbook may unpack to, so that a small file cannot fill the memory. */
  private static final long LARGEST_UNPACKED = 200L * 1024 * 1024;

  /** Most parts of a workbook. */
  private static final int MOST_PARTS = 1000;

  private XlsxTable() {}

  static List<Line> read(byte[] bytes, Set<Column> naming) {
    requireHonest(bytes);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      Iterator<Row> each = rows.iterator();
      if (!each.hasNext()) {
        throw Refusal.because("headings");
      }
      Lines lines = new Lines(cells(each.next()));
      if (!lines.nameAnybody(naming)) {
        throw Refusal.because("headings");
      }
      while (each.hasNext()) {
        Row row = each.next();
        lines.take(row.getRowNum(), cells(row));
      }
      return lines.all();
    } catch (IOException | org.dhatim.fastexcel.reader.ExcelReaderException e) {
      throw Refusal.because("xlsx");
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), Lines.MOST_COLUMNS); i++) {
      @Nullable Cell cell = row.getCell(i);
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case STRING -> cell.asString();
      case NUMBER -> cell.asNumber().toPlainString();
      case EMPTY, ERROR -> "";
      default -> cell.getText() == null ? "" : cell.getText();
    };
  }

  /** Unpacks once without keeping anything: what the archive says of its sizes may be a lie. */
  private static void requireHonest(byte[] bytes) {
    long left = LARGEST_UNPACKED;
    int parts = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw Refusal.because("bomb");
        }
        try (InputStream content = zip.getInputStream(part)) {
          for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            left -= read;
            if (left < 0) {
              throw Refusal.because("bomb");
            }
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw Refusal.because("xlsx");
    }
  }
}
