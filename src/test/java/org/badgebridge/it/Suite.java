package org.badgebridge.it;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * One deployment of the WAR as built, with the tests that run inside it, for all of {@code *IT}.
 * The campuses start before it, so that it finds their registration files.
 */
@ArquillianSuiteDeployment
public class Suite {

  @Deployment
  public static WebArchive war() {
    Campuses.start();
    return ShrinkWrap.create(ZipImporter.class, "it.war")
        .importFrom(new File(System.getProperty("war.file")))
        .as(WebArchive.class)
        .addClasses(WiringIT.class, RulesWiringIT.class, MailWiringIT.class);
  }
}
