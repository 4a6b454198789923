package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the browser tests do on a machine without Chromium. */
class ChromiumPackageTest {

  private final List<String> commands = new ArrayList<>();
  private Path binary;

  @BeforeEach
  void cleanMachine(@TempDir Path machine) {
    binary = machine.resolve("chromium");
  }

  @Test
  void rootGetsItFromDebiansPackages() {
    new ChromiumPackage(binary, true, this::install).provide();

    assertThat(commands)
        .containsExactly(
            "apt-get update -qq", "apt-get install -y -qq --no-install-recommends chromium");
  }

  @Test
  void othersAreToldWhatToType() {
    assertThatThrownBy(() -> new ChromiumPackage(binary, false, this::install).provide())
        .hasMessage("the browser tests need " + binary + "; as root: apt-get install chromium");
    assertThat(commands).isEmpty();
  }

  @Test
  void rootIsToldSoOnAMachineWithoutApt() {
    assertThatThrownBy(
            () ->
                new ChromiumPackage(
                        binary,
                        true,
                        command -> {
                          throw new IOException("no " + command.get(0));
                        })
                    .provide())
        .hasMessage(
            "the browser tests need "
                + binary
                + "; as root: apt-get install chromium (tried, in vain)");
  }

  @Test
  void rootIsToldSoWhenThePackagesCannotBeHad() {
    assertThatThrownBy(() -> new ChromiumPackage(binary, true, command -> 100).provide())
        .hasMessageEndingWith("(tried, in vain)");
  }

  @Test
  void nothingIsInstalledWhenItIsThere() throws IOException {
    install(List.of("apt-get", "install"));
    commands.clear();

    new ChromiumPackage(binary, false, this::install).provide();

    assertThat(commands).isEmpty();
  }

  private int install(List<String> command) throws IOException {
    commands.add(String.join(" ", command));
    if (command.contains("install")) {
      Files.createFile(binary);
      assertThat(binary.toFile().setExecutable(true)).isTrue();
    }
    return 0;
  }
}
