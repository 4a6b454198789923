package org.badgebridge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.sql.DataSourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody starves for a database connection, and nobody gives up on a lock too early. */
class ConnectionsTest {

  private static final Pattern HTTP_THREADS =
      Pattern.compile("http-thread-pool\\.max-thread-pool-size=(\\d+)");

  /** The workers of {@code Jobs}, the thread that looks for due jobs, and its beat. */
  private static final int JOB_THREADS = 6;

  @Test
  void thePoolHasMorePlacesThanThereAreThreads() throws IOException {
    Matcher threads =
        HTTP_THREADS.matcher(Files.readString(Path.of("src/main/payara/preboot.txt")));
    assertThat(threads.find()).isTrue();
    int places = BadgeBridge.class.getAnnotation(DataSourceDefinition.class).maxPoolSize();

    assertThat(places).isGreaterThan(Integer.parseInt(threads.group(1)) + JOB_THREADS);
  }

  @ParameterizedTest
  @CsvSource({"'',20000", ";LOCK_TIMEOUT=500,500"})
  void writersWaitForEachOtherAsLongAsNotToldOtherwise(String setting, int milliseconds)
      throws SQLException {
    BadgeDataSource dataSource = new BadgeDataSource();
    dataSource.setUrl("jdbc:h2:mem:locks" + milliseconds + setting);

    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("call lock_timeout()")) {
      assertThat(answer.next()).isTrue();
      assertThat(answer.getInt(1)).isEqualTo(milliseconds);
    }
  }
}
