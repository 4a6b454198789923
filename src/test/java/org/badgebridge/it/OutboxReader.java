package org.badgebridge.it;

import com.microsoft.playwright.Page;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mail of a server without a mail server, as its operator reads it. */
final class OutboxReader {

  private static final Caller CALLER = new Caller(Campuses.tool());
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private OutboxReader() {}

  /** Waits for the message to somebody, as the operator sees it in the outbox; gives its text. */
  static String message(Page operator, String to, Pattern about) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      operator.navigate(Campuses.tool() + "/admin/outbox");
      for (var link : operator.locator("main .roll a").all()) {
        String raw = CALLER.get(link.getAttribute("href"), "Cookie", cookies(operator)).body();
        Optional<String> text = textOf(raw, to).filter(each -> about.matcher(each).find());
        if (text.isPresent()) {
          return text.get();
        }
      }
      Thread.sleep(2_000);
    }
    throw new AssertionError("no message to " + to);
  }

  /** Waits for a code that was sent to somebody and is none of those that are known already. */
  static String code(Page operator, String to, String... known) throws InterruptedException {
    String others = Stream.of(known).map(each -> "(?!" + each + ")").collect(Collectors.joining());
    Pattern code = Pattern.compile("(?m)^" + others + "([0-9A-Z]{4}-[0-9A-Z]{4})\\s*$");
    Matcher found = code.matcher(message(operator, to, code));
    if (!found.find()) {
      throw new IllegalStateException("the message has no code after all");
    }
    return found.group(1);
  }

  private static String cookies(Page page) {
    return page.context().cookies().stream()
        .map(each -> each.name + "=" + each.value)
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> textOf(String raw, String to) {
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
      if (!message.getHeader("To", ",").contains(to)) {
        return Optional.empty();
      }
      BodyPart text = ((MimeMultipart) message.getContent()).getBodyPart(0);
      return Optional.of(text.getContent().toString());
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
