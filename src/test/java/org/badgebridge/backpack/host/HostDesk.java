package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.backpack.entry.WayNews;
import org.badgebridge.backpack.provider.ReadBadges;
import org.badgebridge.backpack.provider.Reading;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.PlannedJobs;

/** Hosts and what they may, wired by hand for one transaction. */
final class HostDesk {

  static final CodeVerifier VERIFIER = new CodeVerifier("v".repeat(43));
  static final Duration LASTS = Duration.ofDays(90);

  final Hosts hosts;
  final HostConnections connections;
  final HostTokens tokens;
  final RegisterHost registering;
  final ReadRequest requests;
  final ConnectHost connecting;
  final WayNotices notices;
  final GiveTokens giving;
  final ForgetHosts forgetting;
  final ReadBadges reading;

  HostDesk(EntityManager em, Clock clock) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    AuditTrail audit = new AuditTrail(em, clock);
    hosts = new Hosts(sql, clock);
    connections = new HostConnections(sql, clock);
    tokens = new HostTokens(sql, clock);
    registering = new RegisterHost(hosts, audit, clock);
    requests = new ReadRequest(hosts, new HostAddresses(new PublicOrigin(CredentialDesk.BASE)));
    notices = new WayNotices(sql, clock);
    connecting =
        new ConnectHost(
            connections,
            new PersonAddresses(sql, clock),
            new WayNews(notices, new PlannedJobs(), audit, clock),
            audit,
            sql,
            clock);
    giving = new GiveTokens(hosts, connections, tokens, audit, clock);
    forgetting = new ForgetHosts(hosts, connections, tokens);
    reading = Reading.of(em, connections);
  }

  static Actor owner(UUID person) {
    return new Actor(Actor.Kind.LEARNER, person, "backpack " + person);
  }

  ClientInformation register() {
    return registering.register(HostMetadata.read(SampleHost.says().toString(), false));
  }

  Host host() {
    return hosts.find(UUID.fromString(register().getID().getValue())).orElseThrow();
  }

  /** A request in order. */
  static Map<String, String> asks(Host host) {
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("response_type", "code");
    asks.put("client_id", host.id().toString());
    asks.put("redirect_uri", SampleHost.BACK);
    asks.put("scope", SampleHost.ALL);
    asks.put("state", "a state");
    asks.put(
        "code_challenge", CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue());
    asks.put("code_challenge_method", "S256");
    return asks;
  }

  HostRequest request(Map<String, String> asks) {
    return requests.read(
        asks.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  /** Allows it, and gives the code. */
  String allow(Host host, UUID person, boolean publicOnly) {
    return connecting.connect(
        request(asks(host)), person, publicOnly, LASTS, owner(person), Locale.ENGLISH);
  }
}
