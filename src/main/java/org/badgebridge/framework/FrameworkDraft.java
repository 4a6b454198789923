package org.badgebridge.framework;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.WebAddress;

/**
 * What is said of a framework beside its items: nothing is checked yet.
 *
 * @param name as badge classes will name it
 * @param publisher may be empty
 * @param url may be empty
 * @param language a language tag; may be empty
 */
public record FrameworkDraft(String name, String publisher, String url, String language) {

  private static final int LINE = 200;
  private static final int ADDRESS = 600;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");

  /** What a form sent. */
  static FrameworkDraft from(MultivaluedMap<String, String> form) {
    return new FrameworkDraft(
        PlainText.optionalLine(form.getFirst("name")),
        PlainText.optionalLine(form.getFirst("publisher")),
        PlainText.optionalLine(form.getFirst("url")),
        PlainText.optionalLine(form.getFirst("language")));
  }

  /** Everything that is wrong, in the order of the form. */
  List<FieldFault> faults() {
    List<FieldFault> faults = new ArrayList<>();
    if (name.isEmpty()) {
      faults.add(FieldFault.of("name", "framework.fault.name"));
    }
    if (name.length() > LINE) {
      faults.add(FieldFault.of("name", "framework.fault.too-long", LINE));
    }
    if (publisher.length() > LINE) {
      faults.add(FieldFault.of("publisher", "framework.fault.too-long", LINE));
    }
    if (!url.isEmpty() && !WebAddress.fits(url, ADDRESS)) {
      faults.add(FieldFault.of("url", "framework.fault.url"));
    }
    if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
      faults.add(FieldFault.of("language", "framework.fault.language"));
    }
    return faults;
  }

  /** The type of items whose file names none, as edubadges writes it: {@code ext:…Alignment}. */
  static String itemType(String frameworkName) {
    String word = NO_WORD.matcher(frameworkName).replaceAll("");
    return "ext:" + word.substring(0, Math.min(word.length(), 50)) + "Alignment";
  }
}
