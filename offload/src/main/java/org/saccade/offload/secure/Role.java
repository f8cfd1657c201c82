package org.saccade.offload.secure;

/** Which end speaks: the device begins the handshake, the edge answers. */
public enum Role {
  DEVICE("device"),
  EDGE("edge");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  Role other() {
    return this == DEVICE ? EDGE : DEVICE;
  }
}
