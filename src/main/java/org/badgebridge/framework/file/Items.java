package org.badgebridge.framework.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.badgebridge.framework.file.RowFault.Reason;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.WebAddress;
import org.jspecify.annotations.Nullable;

/** Takes in the rows of a file: cleans their texts, and leaves out and counts those with faults. */
final class Items {

  /** Most rows of a file. */
  static final int MOST = 50_000;

  private static final int NAME = 200;
  private static final int CODE = 200;
  private static final int ADDRESS = 600;
  private static final int DESCRIPTION = 2000;
  private static final int KEYWORDS = 1000;
  private static final Pattern TYPE =
      Pattern.compile(
          "CFItem|CFRubric|CFRubricCriterion|CFRubricCriterionLevel|ceasn:Competency"
              + "|ceterms:Credential|CTDL|ext:[A-Za-z0-9.\\-_]{1,60}");

  private final List<ReadItem> items = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();
  private final Set<String> identifiers = new HashSet<>();
  private int rows;
  private int invalid;
  private int doubled;

  /** Takes a row as it stands in the file. */
  void take(int row, ReadItem raw) {
    count();
    ReadItem item = cleaned(raw);
    Reason reason = fault(item);
    if (reason != null) {
      leaveOut(row, reason);
      return;
    }
    if (!identifiers.add(item.identifier())) {
      leaveOut(row, Reason.DOUBLED);
      return;
    }
    items.add(item);
  }

  /** Leaves out a row that says one thing twice. */
  void unclear(int row) {
    count();
    leaveOut(row, Reason.UNCLEAR);
  }

  private void count() {
    if (++rows > MOST) {
      throw Refusal.because("too-many-rows", MOST);
    }
  }

  private void leaveOut(int row, Reason reason) {
    if (reason == Reason.DOUBLED) {
      doubled++;
    } else {
      invalid++;
    }
    if (faults.size() < ReadFile.FAULTS) {
      faults.add(new RowFault(row, reason));
    }
  }

  /** The file, if it has anything to take. */
  ReadFile file(Source source, String name, String publisher, String url, String language) {
    if (items.isEmpty()) {
      if (faults.isEmpty()) {
        throw Refusal.because("empty");
      }
      RowFault first = faults.get(0);
      throw Refusal.because("all-wrong", rows, first.row());
    }
    String address = PlainText.line(url);
    return new ReadFile(
        source,
        cut(PlainText.line(name), NAME),
        cut(PlainText.line(publisher), NAME),
        WebAddress.fits(address, ADDRESS) ? address : "",
        language.length() > 35 ? "" : PlainText.line(language),
        List.copyOf(items),
        invalid,
        doubled,
        List.copyOf(faults));
  }

  private static ReadItem cleaned(ReadItem raw) {
    String name = PlainText.line(raw.name());
    String description = PlainText.line(raw.description());
    String type = PlainText.line(raw.type());
    return new ReadItem(
        PlainText.line(raw.identifier()),
        cut(PlainText.line(raw.code()), CODE),
        cut(PlainText.line(raw.humanCode()), CODE),
        cut(name, NAME),
        cut(description.isEmpty() && name.length() > NAME ? name : description, DESCRIPTION),
        PlainText.line(raw.url()),
        TYPE.matcher(type).matches() ? type : "",
        cut(PlainText.line(raw.keywords()), KEYWORDS));
  }

  private static @Nullable Reason fault(ReadItem item) {
    if (item.name().isEmpty()) {
      return Reason.NO_NAME;
    }
    if (item.url().isEmpty()) {
      return Reason.NO_URL;
    }
    if (!WebAddress.fits(item.url(), ADDRESS)) {
      return Reason.BAD_URL;
    }
    if (item.identifier().isEmpty()) {
      return Reason.NO_IDENTIFIER;
    }
    return item.identifier().length() > ADDRESS ? Reason.BAD_IDENTIFIER : null;
  }

  /** At most so many characters; a longer text ends in an ellipsis. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }
}
