package org.badgebridge.passback.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.badgebridge.platform.Product;
import org.junit.jupiter.api.Test;

class ConnectorKindsTest {

  private static final ConnectorKinds KINDS =
      new ConnectorKinds(
          List.of(
              kind("caliper", Set.of()),
              kind("xapi", Set.of(Product.MOODLE)),
              kind("moodle", Set.of(Product.MOODLE)),
              kind("scores", Set.of())));

  @Test
  void putsThoseFirstThatAreMadeForAProductOfTheInstitution() {
    assertThat(KINDS.suiting(Set.of(Product.MOODLE, Product.CANVAS)))
        .extracting(ConnectorKind::source)
        .containsExactly("moodle", "xapi", "caliper", "scores");
    assertThat(KINDS.suiting(Set.of(Product.CANVAS)))
        .extracting(ConnectorKind::source)
        .containsExactly("caliper", "scores", "moodle", "xapi");
  }

  @Test
  void saysWhichDoNotSuitAndWhatTheyAreFor() {
    ConnectorKind moodle = KINDS.of("moodle");
    assertThat(ConnectorKinds.suits(moodle, Set.of(Product.CANVAS))).isFalse();
    assertThat(ConnectorKinds.suits(KINDS.of("scores"), Set.of())).isTrue();
    assertThat(ConnectorKinds.titles(moodle)).isEqualTo("Moodle");
  }

  private static ConnectorKind kind(String source, Set<Product> madeFor) {
    return new ConnectorKind() {
      @Override
      public String source() {
        return source;
      }

      @Override
      public Set<Product> madeFor() {
        return madeFor;
      }

      @Override
      public List<Field> fields() {
        return List.of();
      }

      @Override
      public Secret secret() {
        return Secret.NONE;
      }

      @Override
      public List<Value> values(Connector connector) {
        return List.of();
      }

      @Override
      public Trial test(Connector connector) {
        return Trial.of(true, "x");
      }
    };
  }
}
