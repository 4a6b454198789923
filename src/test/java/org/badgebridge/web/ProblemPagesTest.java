package org.badgebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.badgebridge.external.ExternalUnavailable;
import org.junit.jupiter.api.Test;

class ProblemPagesTest {

  private final ProblemPages pages = new ProblemPages(new Views(), new Words());

  @Test
  void callsASilentLmsUnavailableAndNotAFaultOfOurs() {
    Throwable silent =
        new IllegalStateException(new ExternalUnavailable("no answer from the LMS", null, null));

    ProblemPages.Answer answer = pages.answer(request(), silent);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).contains("urn:badgebridge:problem:unavailable");
    assertThat(answer.body()).doesNotContain("no answer from the LMS");
  }

  @Test
  void callsWhatNobodyExpectedAFaultOfOurs() {
    assertThat(pages.answer(request(), new IllegalStateException("a secret")).status())
        .isEqualTo(500);
    assertThat(pages.answer(request(), new IllegalStateException("a secret")).body())
        .doesNotContain("a secret");
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ProblemPagesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> null);
  }
}
