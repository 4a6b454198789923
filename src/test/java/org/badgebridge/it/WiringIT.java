package org.badgebridge.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.badgebridge.external.PublicOrigin;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Runs inside Payara Micro: the parts that only the real server can put together. */
@ArquillianTest
class WiringIT {

  @Inject PublicOrigin publicOrigin;
  @Inject EntityManager entityManager;

  @Test
  void readsItsSettings() {
    assertTrue(publicOrigin.loopback());
  }

  @Test
  void usesTheLibrariesOfTheWarAndNotThoseOfTheServer() throws ClassNotFoundException {
    for (String name :
        new String[] {"com.nimbusds.jose.JWSAlgorithm", "org.h2.Driver", "org.slf4j.Logger"}) {
      String source =
          Class.forName(name).getProtectionDomain().getCodeSource().getLocation().toString();
      assertTrue(source.contains("WEB-INF/lib"), name + " comes from " + source);
    }
  }

  @Test
  void migratedTheSchemaBeforeTheFirstQuery() {
    assertEquals(
        0L,
        entityManager
            .createQuery("select count(p) from Person p where p.id is null")
            .getSingleResult());
  }
}
