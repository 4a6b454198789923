package org.badgebridge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.external.PublicOrigin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final String OTHER = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
  private static final byte[] PLAIN = "state".getBytes(StandardCharsets.UTF_8);

  private final Sealer sealer = new Sealer(secrets("https://badges.example.org", KEY));

  @Test
  void opensWhatItSealed() {
    assertThat(sealer.open(sealer.seal(PLAIN, "login"), "login")).isEqualTo(PLAIN);
    assertThat(sealer.open(sealer.seal(new byte[0], "login"), "login")).isEmpty();
  }

  @Test
  void sealsTheSameNeverTheSameWay() {
    assertThat(sealer.seal(PLAIN, "login")).isNotEqualTo(sealer.seal(PLAIN, "login"));
  }

  @Test
  void refusesEveryAlteredByte() {
    byte[] sealed = sealer.seal(PLAIN, "login");
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThatThrownBy(() -> sealer.open(altered, "login")).isInstanceOf(SealBroken.class);
    }
  }

  @Test
  void refusesAnotherPurposeAnotherKeyAndTooLittle() {
    byte[] sealed = sealer.seal(PLAIN, "login");
    Sealer stranger = new Sealer(secrets("https://badges.example.org", OTHER));
    assertThatThrownBy(() -> sealer.open(sealed, "launch")).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> stranger.open(sealed, "login")).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.open(new byte[28], "login")).isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> sealer.open(new byte[0], "login")).isInstanceOf(SealBroken.class);
  }

  @Test
  void needsAKeyInProduction() {
    assertThat(secrets("https://badges.example.org", null).faults())
        .singleElement()
        .asString()
        .contains("BADGEBRIDGE_SECRETS_KEY is missing");
    assertThat(secrets("http://127.0.0.1:8080", null).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "MDEyMzQ1Njc4OWFiY2RlZg==", "not base64 at all !!!"})
  void refusesAKeyThatIsNot32Bytes(String key) {
    assertThat(secrets("http://127.0.0.1:8080", key).faults())
        .singleElement()
        .asString()
        .contains("must be 32 bytes")
        .doesNotContain("!!!");
  }

  @Test
  void processesThatStartAtOnceShareOneKeyFileThatOnlyItsOwnerReads(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("data").resolve("secrets.key");
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> starts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        starts.add(() -> SecretsFile.readOrCreate(file));
      }
      List<String> keys = new ArrayList<>();
      for (Future<String> each : pool.invokeAll(starts)) {
        keys.add(each.get());
      }
      assertThat(keys.stream().distinct()).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  private SecretsKey secrets(String base, @Nullable String key) {
    return new SecretsKey(new PublicOrigin(base), key, Path.of("nowhere"));
  }
}
