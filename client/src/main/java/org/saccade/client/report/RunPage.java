package org.saccade.client.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.policy.Reason;

/** A run as one page that needs nothing else: figures, plots over time, pictures. */
public final class RunPage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunPage() {}

  /** A picture for the page: what it shows, and its PNG. */
  public record Picture(String title, Path png) {}

  /** Writes the page whole. */
  public static void write(Path file, BenchReport report, RunLog log, List<Picture> pictures) {
    AtomicFile.write(
        file,
        stream -> {
          var page =
              resource("report.html")
                  .replace("/*STYLE*/", resource("report.css"))
                  .replace("/*SCRIPT*/", resource("report.js"))
                  .replace("<!--PICTURES-->", figures(pictures))
                  .replace("/*DATA*/", data(report, log));
          stream.write(page.getBytes(StandardCharsets.UTF_8));
        });
  }

  private static String data(BenchReport report, RunLog log) {
    var text =
        new StringBuilder("{\"report\":").append(safe(report.json())).append(",\"series\":{");
    var separator = "";
    for (var series : Series.values()) {
      text.append(separator)
          .append('"')
          .append(series.key())
          .append("\":")
          .append(log.json(series));
      separator = ",";
    }
    return text.append("},\"modes\":")
        .append(names(Mode.values()))
        .append(",\"reasons\":")
        .append(names(Reason.values()))
        .append('}')
        .toString();
  }

  private static String names(Enum<?>[] values) {
    try {
      var names = new java.util.ArrayList<String>();
      for (var value : values) {
        names.add(value.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
      return JSON.writeValueAsString(names);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("names are plain text", impossible);
    }
  }

  /** A text inside a script element must not end it. */
  private static String safe(String json) {
    return json.replace("</", "<\\/");
  }

  private static String figures(List<Picture> pictures) throws IOException {
    var text = new StringBuilder();
    for (var picture : pictures) {
      var bytes = java.nio.file.Files.readAllBytes(picture.png());
      text.append("<figure><img alt=\"")
          .append(escaped(picture.title()))
          .append("\" src=\"data:image/png;base64,")
          .append(Base64.getEncoder().encodeToString(bytes))
          .append("\"><figcaption>")
          .append(escaped(picture.title()))
          .append("</figcaption></figure>\n");
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (var stream = RunPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource %s is missing from the build".formatted(name));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("resource %s is unreadable".formatted(name), unreadable);
    }
  }
}
