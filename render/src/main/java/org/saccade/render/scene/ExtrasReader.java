package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/** What {@code extras.saccade} of the drawn scene says; defaults where it says nothing. */
final class ExtrasReader {
  private static final String FIELD = "extras.saccade";

  private final SceneDocument document;
  private final JsonNode extras;

  ExtrasReader(SceneDocument document, int scene) {
    this.document = document;
    this.extras = document.json().path("scenes").path(scene).path("extras").path("saccade");
  }

  /** Name of the node whose light casts shadows, or an empty string. */
  String keyLight() {
    return SceneException.oneLine(extras.path("keyLight").asText(""));
  }

  StartPose start() throws SceneException {
    JsonNode start = extras.path("start");
    if (start.isMissingNode()) {
      return StartPose.ORIGIN;
    }
    double x = number(start.path("position").path(0), 0, "start.position");
    double y = number(start.path("position").path(1), 0, "start.position");
    double z = number(start.path("position").path(2), 0, "start.position");
    double yaw = number(start.path("yaw"), 0, "start.yaw");
    return new StartPose(new Vector3d(x, y, z), yaw);
  }

  Environment environment() throws SceneException {
    Environment standard = Environment.STANDARD;
    JsonNode sky = extras.path("sky");
    return new Environment(
        atLeastZero(extras.path("exposure"), standard.exposure(), "exposure"),
        colour(sky.path("zenith"), standard.zenith(), "sky.zenith"),
        colour(sky.path("horizon"), standard.horizon(), "sky.horizon"),
        colour(sky.path("ground"), standard.ground(), "sky.ground"),
        atLeastZero(sky.path("intensity"), standard.intensity(), "sky.intensity"));
  }

  private Vector3fc colour(JsonNode json, Vector3fc standard, String name) throws SceneException {
    return new Vector3f(
        atLeastZero(json.path(0), standard.x(), name),
        atLeastZero(json.path(1), standard.y(), name),
        atLeastZero(json.path(2), standard.z(), name));
  }

  private float atLeastZero(JsonNode json, float otherwise, String name) throws SceneException {
    double value = number(json, otherwise, name);
    if (value < 0) {
      throw wrong(name, value);
    }
    return (float) value;
  }

  private double number(JsonNode json, double otherwise, String name) throws SceneException {
    if (json.isMissingNode()) {
      return otherwise;
    }
    double value = json.asDouble(Double.NaN);
    if (!json.isNumber() || !(Math.abs(value) <= Limits.REACH)) {
      throw wrong(name, SceneException.oneLine(json));
    }
    return value;
  }

  private SceneException wrong(String name, Object value) {
    return document.refused(
        FIELD + "." + name,
        "is " + value,
        "give a number no larger than 1e6, and none below 0 for light");
  }
}
