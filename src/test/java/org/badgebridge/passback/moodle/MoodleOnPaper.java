package org.badgebridge.passback.moodle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.badgebridge.testing.FakeServices;
import org.badgebridge.testing.FakeServices.Asked;
import org.badgebridge.testing.FakeServices.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A Moodle's REST server as 4.5.6 answers: JSON of the shapes of its external functions, and errors
 * with the status 200.
 */
final class MoodleOnPaper implements AutoCloseable {

  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  final List<String> functions = new ArrayList<>(MoodleServices.NEEDED);
  final Map<String, Map<String, Status>> statuses = new LinkedHashMap<>();
  final Map<String, Map<String, @Nullable Double>> grades = new LinkedHashMap<>();
  final Map<String, Boolean> courseDone = new LinkedHashMap<>();
  final Map<String, Supplier<Reply>> instead = new LinkedHashMap<>();
  String contents = "[]";
  String extraOfGrades = "";
  long gradedAt = 1795338000L;
  boolean hidden;
  final FakeServices server = new FakeServices(this::answer);

  /** What one learner has in one module. */
  record Status(int state, long at, @Nullable Boolean overall) {}

  /** The calls so far, as function and who it was about. */
  List<String> calls() {
    return server.asked.stream()
        .map(MoodleOnPaper::form)
        .map(form -> form.get("wsfunction") + " " + form.getOrDefault("userid", ""))
        .toList();
  }

  void state(String user, String cmid, int state, Instant at) {
    statuses
        .computeIfAbsent(user, id -> new LinkedHashMap<>())
        .put(cmid, new Status(state, at.getEpochSecond(), null));
  }

  void grade(String user, String cmid, @Nullable Double raw) {
    grades.computeIfAbsent(user, id -> new LinkedHashMap<>()).put(cmid, raw);
  }

  static Reply exception(String type, String code) {
    return Reply.ok(
        "{\"exception\":\"%s\",\"errorcode\":\"%s\",\"message\":\"Names somebody\"}"
            .formatted(type, code));
  }

  private Reply answer(Asked asked) {
    Map<String, String> form = form(asked);
    String function = form.getOrDefault("wsfunction", "");
    if (!asked.target().equals("/webservice/rest/server.php")) {
      return new Reply(404, Map.of(), "<!DOCTYPE html><html>Not found</html>");
    }
    if (!TOKEN.equals(form.get("wstoken"))) {
      return exception("moodle_exception", "invalidtoken");
    }
    if (!functions.contains(function)) {
      return exception("webservice_access_exception", "accessexception");
    }
    Supplier<Reply> other =
        instead.getOrDefault(function + " " + form.get("userid"), instead.get(function));
    if (other != null) {
      return other.get();
    }
    return Reply.ok(
        switch (function) {
          case MoodleServices.SITE_INFO -> siteInfo();
          case MoodleServices.CONTENTS -> contents;
          case MoodleServices.COMPLETION -> completion(form.get("userid"));
          case MoodleServices.COURSE_COMPLETION -> courseCompletion(form.get("userid"));
          default -> grades(form.get("userid"));
        });
  }

  private String siteInfo() {
    return """
        {"sitename":"Campus &amp; more","username":"badgebridge","firstname":"Badge",
         "lastname":"Bridge","fullname":"Badge Bridge","lang":"en","userid":7,"siteurl":"%s",
         "userpictureurl":"","functions":[%s],"downloadfiles":0,"uploadfiles":0,
         "release":"4.5.6 (Build: 20250811)","version":"2024100706","mobilecssurl":""}"""
        .formatted(
            server.at(""),
            functions.stream()
                .map(each -> "{\"name\":\"" + each + "\",\"version\":\"2024100706\"}")
                .collect(Collectors.joining(",")));
  }

  private String completion(@Nullable String user) {
    return "{\"statuses\":["
        + statuses.getOrDefault(user, Map.of()).entrySet().stream()
            .map(each -> status(each.getKey(), each.getValue()))
            .collect(Collectors.joining(","))
        + "],\"warnings\":[]}";
  }

  private static String status(String cmid, Status status) {
    return """
        {"cmid":%s,"modname":"quiz","instance":3,"state":%d,"timecompleted":%d,"tracking":2,
         "overrideby":null,"valueused":false,"hascompletion":true,"isautomatic":true,
         "istrackeduser":true,"uservisible":true,"details":[]%s}"""
        .formatted(
            cmid,
            status.state(),
            status.at(),
            status.overall() == null ? "" : ",\"isoverallcomplete\":" + status.overall());
  }

  private String courseCompletion(@Nullable String user) {
    boolean done = courseDone.getOrDefault(user, false);
    return """
        {"completionstatus":{"completed":%s,"aggregation":1,"completions":[
          {"type":4,"title":"Activity completion","status":"Yes","complete":%s,
           "timecompleted":%s,"details":{"type":"","criteria":"","requirement":"","status":""}}]},
         "warnings":[]}"""
        .formatted(done, done, done ? String.valueOf(gradedAt) : "null");
  }

  private String grades(@Nullable String user) {
    return "{\"usergrades\":["
        + grades.entrySet().stream()
            .filter(each -> "0".equals(user) || each.getKey().equals(user))
            .map(each -> userGrades(each.getKey(), each.getValue()))
            .collect(Collectors.joining(","))
        + extraOfGrades
        + "],\"warnings\":[]}";
  }

  private String userGrades(String user, Map<String, @Nullable Double> own) {
    return """
        {"courseid":101,"courseidnumber":"","userid":%s,"userfullname":"Somebody","useridnumber":"",
         "maxdepth":2,"gradeitems":[%s]}"""
        .formatted(
            user,
            own.entrySet().stream()
                .map(each -> item(each.getKey(), each.getValue()))
                .collect(Collectors.joining(",")));
  }

  private String item(String cmid, @Nullable Double raw) {
    boolean course = cmid.equals("course");
    return """
        {"id":9,"itemname":%s,"itemtype":"%s","itemmodule":%s,"iteminstance":3,"itemnumber":0,
         "idnumber":"","categoryid":null,"outcomeid":null,"scaleid":null,"locked":false%s,
         "graderaw":%s,"gradedatesubmitted":null,"gradedategraded":%s,"gradehiddenbydate":false,
         "gradeneedsupdate":false,"gradeishidden":%s,"gradeislocked":false,
         "gradeisoverridden":false,"gradeformatted":"","grademin":0,"grademax":10,
         "rangeformatted":"0&ndash;10","percentageformatted":"","feedback":"","feedbackformat":0}"""
        .formatted(
            course ? "null" : "\"Quiz\"",
            course ? "course" : "mod",
            course ? "null" : "\"quiz\"",
            course ? "" : ",\"cmid\":" + cmid,
            raw,
            raw == null ? "null" : String.valueOf(gradedAt),
            hidden);
  }

  private static Map<String, String> form(Asked asked) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : asked.body().split("&", -1)) {
      String[] sides = pair.split("=", 2);
      form.put(decoded(sides[0]), sides.length < 2 ? "" : decoded(sides[1]));
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
