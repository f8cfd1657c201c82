package org.saccade.client.report;

/** What a run notes for every frame. */
public enum Series {
  /** Seconds since the run began, at the end of the frame. */
  SECONDS("t_s"),
  /** Milliseconds from the former frame's end to this one's. */
  INTERVAL_MS("interval_ms"),
  /** Wall time from poll to end without the wait for the display. */
  BUSY_MS("busy_ms"),
  POLL_MS("poll_ms"),
  WAIT_MS("wait_ms"),
  OBSERVE_MS("observe_ms"),
  PREDICT_MS("predict_ms"),
  DECIDE_MS("decide_ms"),
  REQUEST_MS("request_ms"),
  BEGIN_MS("begin_ms"),
  DRAW_MS("draw_ms"),
  SUBMIT_MS("submit_ms"),
  END_MS("end_ms"),
  RECORD_MS("record_ms"),
  /** The mode's place in its enum. */
  MODE("mode"),
  /** The reason's place in its enum. */
  REASON("reason"),
  /** Acuity-weighted share of the views whose wanted level is resident. */
  COVERAGE("coverage"),
  NEAR_COVERAGE("near_coverage"),
  FAR_COVERAGE("far_coverage"),
  /** Mebibytes received since the beginning. */
  RECEIVED_MIB("received_mib"),
  RTT_MS("rtt_ms"),
  /** 1 while the edge answers. */
  LINK_UP("link_up"),
  /** 1 for a frame submitted after it was due. */
  MISSED("missed"),
  /** 1 for a missed frame that waited on the link. */
  MISSED_BY_NETWORK("missed_by_network"),
  /** End of the frame minus the last locating of the views. */
  POSE_AGE_MS("pose_age_ms"),
  /** Display time minus the last locating of the views. */
  HORIZON_MS("horizon_ms"),
  /** Degrees the head was turned, when the frame before was shown, from where it was drawn. */
  POSE_ERROR_DEG("pose_error_deg"),
  /** Processor time between our doors to the headset's runtime and the runtime's own. */
  XR_OWN_MS("xr_own_ms"),
  /** Time inside the headset's runtime, its waiting included. */
  XR_RUNTIME_MS("xr_runtime_ms"),
  /** Bytes allocated between those doors. */
  XR_BYTES("xr_bytes"),
  /** Tiles uploaded in this frame. */
  UPLOADS("uploads"),
  /** Triangles that the device drew in this frame, shadows aside. */
  TRIANGLES("triangles"),
  /** Tiles wanted and not resident. */
  WANTED("wanted"),
  /** Metres from the eye to the drawn NEAR cell's centre. */
  NEAR_OFFSET_M("near_offset_m"),
  FAR_OFFSET_M("far_offset_m"),
  /** Bytes the frame thread allocated in this frame. */
  ALLOCATED_BYTES("allocated_bytes"),
  /** The part of it that went into taking tiles in and asking for them. */
  MESSAGE_BYTES("message_bytes"),
  /** The rest: what the frame itself allocates. */
  OWN_BYTES("own_bytes");

  private final String key;

  Series(String key) {
    this.key = key;
  }

  /** The name in report files. */
  public String key() {
    return key;
  }
}
