package org.saccade.client.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.saccade.assets.Xdg;
import org.saccade.client.Failure;
import org.saccade.client.report.AtomicFile;

/**
 * Settings as a small JSON file. What cannot be read is told in one line and kept aside, what
 * cannot be written is told once; neither ends the program. One thread at a time.
 */
public final class SettingsFile {
  private static final int VERSION = 1;
  private static final long LARGEST_BYTES = 64 << 10;
  private static final int MOST_KEPT = 100;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Path file;
  private final Consumer<String> warning;
  private boolean isWritable = true;

  /**
   * @param warning takes a line for the person
   */
  public SettingsFile(Path file, Consumer<String> warning) {
    this.file = file;
    this.warning = warning;
  }

  /** The person's file, by the environment. */
  public static SettingsFile of(Map<String, String> environment, Consumer<String> warning) {
    return new SettingsFile(Xdg.configFolder(environment).resolve("settings.json"), warning);
  }

  /** What was saved, or the standard where nothing usable was. */
  public SavedSettings read() {
    try {
      return parsed();
    } catch (NoSuchFileException firstStart) {
      return SavedSettings.standard();
    } catch (JsonProcessingException malformed) {
      return refused(line(malformed));
    } catch (IllegalArgumentException wrong) {
      return refused(String.valueOf(wrong.getMessage()));
    } catch (IOException unreadable) {
      isWritable = false;
      warning.accept(
          "settings '%s' cannot be read (%s): make it readable; defaults serve, nothing is saved"
              .formatted(file, AtomicFile.reason(unreadable)));
      return SavedSettings.standard();
    }
  }

  /** Saves them whole, or tells once why not. */
  public void write(SavedSettings settings) {
    if (!isWritable) {
      return;
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("version", VERSION);
    for (var setting : Setting.values()) {
      all.put(setting.key(), written(setting, settings.get(setting)));
    }
    try {
      AtomicFile.write(file, JSON.writeValueAsString(all) + "\n");
    } catch (Failure unwritable) {
      isWritable = false;
      warning.accept(
          "%s: settings are not saved; make the folder writable or set XDG_CONFIG_HOME"
              .formatted(unwritable.getMessage()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("settings are numbers and switches", impossible);
    }
  }

  private static Object written(Setting setting, double value) {
    if (setting.isSwitch()) {
      return value != 0;
    }
    boolean isWhole = value == Math.rint(value);
    return isWhole ? (Object) (long) value : (Object) value;
  }

  private SavedSettings parsed() throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      throw new IllegalArgumentException(
          "it has %d bytes; expected at most %d".formatted(Files.size(file), LARGEST_BYTES));
    }
    var root = JSON.readTree(Files.readAllBytes(file));
    var version = root.path("version");
    if (!root.isObject() || !version.isInt() || version.asInt() != VERSION) {
      throw new IllegalArgumentException(
          "version is %s; expected %d".formatted(words(version), VERSION));
    }
    var values = new EnumMap<Setting, Double>(Setting.class);
    for (var field : root.properties()) {
      if (!field.getKey().equals("version")) {
        var setting = setting(field.getKey());
        values.put(setting, value(setting, field.getValue()));
      }
    }
    return new SavedSettings(values);
  }

  private static Setting setting(String key) {
    for (var setting : Setting.values()) {
      if (setting.key().equals(key)) {
        return setting;
      }
    }
    throw new IllegalArgumentException("%s is no setting".formatted(shortened(key)));
  }

  private static double value(Setting setting, JsonNode node) {
    boolean isKind = setting.isSwitch() ? node.isBoolean() : node.isNumber();
    double value = node.isBoolean() ? (node.asBoolean() ? 1 : 0) : node.asDouble();
    if (!isKind || !setting.allows(value)) {
      throw new IllegalArgumentException(
          "%s is %s; expected %s".formatted(setting.key(), words(node), setting.expected()));
    }
    return value;
  }

  /** Moves the file aside, so that saving does not overwrite what a person may want to repair. */
  private SavedSettings refused(String reason) {
    String kept;
    try {
      kept = "kept as %s: repair and rename it, or delete it".formatted(keepAside().getFileName());
    } catch (IOException stuck) {
      isWritable = false;
      kept = "nothing is saved until it is repaired or deleted";
    }
    warning.accept(
        "settings '%s' are not used, defaults serve: %s (%s)".formatted(file, reason, kept));
    return SavedSettings.standard();
  }

  private Path keepAside() throws IOException {
    for (int i = 1; i <= MOST_KEPT; i++) {
      var name = i == 1 ? "settings.broken.json" : "settings.broken-%d.json".formatted(i);
      var place = file.resolveSibling(name);
      if (!Files.exists(place)) {
        return Files.move(file, place);
      }
    }
    throw new IOException("too many broken settings are kept already");
  }

  private static String line(JsonProcessingException malformed) {
    var where = malformed.getLocation();
    return where == null
        ? "it is not JSON"
        : "it is not JSON from line %d, column %d on"
            .formatted(where.getLineNr(), where.getColumnNr());
  }

  private static String words(JsonNode node) {
    return node.isMissingNode() ? "missing" : shortened(node.toString());
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
