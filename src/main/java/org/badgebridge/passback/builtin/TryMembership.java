package org.badgebridge.passback.builtin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.course.Course;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.connector.ConnectorPlatforms.Served;
import org.badgebridge.passback.membership.LinkRoster;
import org.badgebridge.roster.CourseStanding;
import org.badgebridge.roster.Member;
import org.badgebridge.roster.Members;

/** Reads the members of a course, and for whom its links are open. */
@ApplicationScoped
class TryMembership implements Trying {

  private static final String KEY = "passback.builtin.membership.";
  private static final String LEARNER = "Learner";

  /** So many links are asked about: each is a reading of its own. */
  private static final int MOST_LINKS = 5;

  private final Members members;
  private final ResourceLinks links;

  @Inject
  TryMembership(Members members, ResourceLinks links) {
    this.members = members;
    this.links = links;
  }

  @Override
  public BuiltIn tries() {
    return BuiltIn.MEMBERSHIP;
  }

  @Override
  public List<Sight> look(Served platform, Course course) {
    String url = course.membershipsUrl();
    if (url == null) {
      return List.of(Sight.bad(KEY + "not-offered"));
    }
    List<Sight> sights = new ArrayList<>();
    List<Member> roster = members.read(platform.id(), url, null, null);
    Set<String> learners = active(roster, CourseStanding.LEARNER);
    int lecturers = active(roster, CourseStanding.LECTURER).size();
    long all = roster.stream().filter(Member::active).count();
    sights.add(Sight.good(KEY + "seen", all, learners.size(), lecturers));
    if (learners.isEmpty()) {
      sights.add(Sight.plain(KEY + "no-learners"));
    }
    List<ResourceLink> ours = links.of(course.id());
    if (ours.isEmpty()) {
      sights.add(Sight.plain(KEY + "no-link"));
    }
    ours.stream()
        .limit(MOST_LINKS)
        .forEach(link -> sights.add(restricted(platform, url, link, learners)));
    return sights;
  }

  private Sight restricted(Served platform, String url, ResourceLink link, Set<String> learners) {
    String title = link.title() == null ? link.linkId() : link.title();
    if (LinkRoster.of(platform.product()) == LinkRoster.BY_ASSIGNMENT) {
      return Sight.plain(KEY + "link-assigned", title, platform.name());
    }
    try {
      Set<String> open = open(platform.id(), url, link);
      open.retainAll(learners);
      if (!learners.isEmpty() && open.containsAll(learners)) {
        return Sight.plain(KEY + "link-open", title);
      }
      return Sight.good(KEY + "link-read", title, open.size(), learners.size());
    } catch (ExternalRefusal e) {
      return Sight.bad(KEY + "link-refused", title, e.status());
    } catch (ExternalUnavailable e) {
      return Sight.bad(KEY + "link-failed", title);
    }
  }

  private Set<String> open(UUID platformId, String url, ResourceLink link) {
    return active(members.read(platformId, url, link.linkId(), LEARNER), CourseStanding.LEARNER);
  }

  private static Set<String> active(List<Member> listed, CourseStanding standing) {
    return listed.stream()
        .filter(member -> member.active() && member.standing() == standing)
        .map(Member::sub)
        .collect(Collectors.toSet());
  }
}
