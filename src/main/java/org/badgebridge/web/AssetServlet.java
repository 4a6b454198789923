package org.badgebridge.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Map;

/**
 * Style sheets, scripts and icons, ours and those of WebJars. Payara Micro has no nameable default
 * servlet, and the Jakarta REST application at the root hides its own.
 */
@WebServlet({"/assets/*", "/webjars/*"})
public class AssetServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath() + request.getPathInfo();
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    URL found = type == null ? null : getServletContext().getResource(path);
    if (found == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    URLConnection resource = found.openConnection();
    try (InputStream content = resource.getInputStream()) {
      String tag = "\"" + resource.getContentLengthLong() + "-" + resource.getLastModified() + "\"";
      response.setHeader("ETag", tag);
      response.setHeader(
          "Cache-Control",
          path.startsWith("/webjars/") ? "public, max-age=31536000, immutable" : "no-cache");
      if (tag.equals(request.getHeader("If-None-Match"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
      response.setContentType(type);
      response.setContentLengthLong(resource.getContentLengthLong());
      content.transferTo(response.getOutputStream());
    }
  }
}
