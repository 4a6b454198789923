package org.badgebridge.demo.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which handler answers which address; templates such as {@code /courses/{course}}. */
public final class Routes {

  /** Answers one request. */
  public interface Handler {
    Reply handle(Request request);
  }

  private record Route(String method, List<String> segments, Handler handler) {

    @Nullable Map<String, String> match(String wantedMethod, List<String> wanted) {
      if (!method.equals(wantedMethod) || wanted.size() != segments.size()) {
        return null;
      }
      var values = new LinkedHashMap<String, String>();
      for (int i = 0; i < wanted.size(); i++) {
        String segment = segments.get(i);
        if (segment.startsWith("{")) {
          values.put(segment.substring(1, segment.length() - 1), wanted.get(i));
        } else if (!segment.equals(wanted.get(i))) {
          return null;
        }
      }
      return values;
    }
  }

  private final List<Route> routes = new ArrayList<>();

  public Routes get(String template, Handler handler) {
    return on("GET", template, handler);
  }

  public Routes post(String template, Handler handler) {
    return on("POST", template, handler);
  }

  public Routes on(String method, String template, Handler handler) {
    routes.add(new Route(method, segments(template), handler));
    return this;
  }

  Reply answer(Request request) {
    List<String> wanted = segments(request.uri().getPath());
    for (Route route : routes) {
      Map<String, String> values = route.match(request.method(), wanted);
      if (values != null) {
        return route.handler().handle(request.at(values));
      }
    }
    throw new Refusal(404, "There is nothing at this address.");
  }

  private static List<String> segments(String path) {
    return List.of(path.replaceAll("^/|/$", "").split("/", -1));
  }
}
