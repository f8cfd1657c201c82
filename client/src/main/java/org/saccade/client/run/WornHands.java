package org.saccade.client.run;

import java.util.function.BooleanSupplier;
import org.joml.Matrix4fc;
import org.saccade.client.hands.HandEvents;
import org.saccade.client.hands.HandPlay;
import org.saccade.client.hands.Placed;
import org.saccade.render.pass.Capsules;
import org.saccade.xr.Hand;
import org.saccade.xr.HandsInput;
import org.saccade.xr.OpenXrRig;
import org.saccade.xr.runtime.XrInput;

/**
 * The hands of a person who wears a headset: they walk, touch, grab, feel, and are drawn. Frame
 * thread.
 */
final class WornHands implements Hands {
  private final HeadsetLink link;
  private final XrInput input;
  private final OpenXrRig rig;
  private final Stage stage;
  private final HandPlay play;
  private final Capsules bars = new Capsules();
  private final HandShapes shapes = new HandShapes(bars);
  private final TeleportHold hold = new TeleportHold();
  private final BooleanSupplier isMenuOpen;
  private long lastNanos;

  /**
   * Lets hands into a stage.
   *
   * @param events is told what they touch and hold
   * @param isMenuOpen whether they are busy with the menu
   */
  WornHands(HeadsetLink link, Stage stage, HandEvents events, BooleanSupplier isMenuOpen) {
    this.isMenuOpen = isMenuOpen;
    this.link = link;
    input = link.input();
    rig = link.rig();
    this.stage = stage;
    play = new HandPlay(stage.renderer().scene(), nodesOf(stage), events);
  }

  private static Placed nodesOf(Stage stage) {
    return new Placed() {
      @Override
      public Matrix4fc world(int node) {
        return stage.renderer().world(node);
      }

      @Override
      public void place(int node, Matrix4fc world) {
        stage.renderer().place(node, world);
      }
    };
  }

  @Override
  public void act(long displayNanos) {
    link.move(displayNanos);
    rig.look(displayNanos); // bare hands point past the head, and turns go round it
    input.sync(); // after the wait for the frame: what was done meanwhile counts
    var hands = input.read(displayNanos);
    double seconds = lastNanos == 0 ? 0 : Math.max(0, displayNanos - lastNanos) * 1e-9;
    lastNanos = displayNanos;
    rig.apply(walking(hands), seconds);
    var origin = rig.origin();
    play.step(hands, origin, displayNanos);
    feel(Hand.LEFT);
    feel(Hand.RIGHT);
    shapes.begin(origin);
    shapes.add(hands.left(), origin);
    shapes.add(hands.right(), origin);
    var arc = rig.teleport();
    if (arc != null) {
      shapes.add(arc);
    }
    stage.show(bars);
  }

  private HandsInput walking(HandsInput hands) {
    boolean isBusy = isMenuOpen.getAsBoolean();
    return hold.of(
        hands, isBusy || play.held(Hand.LEFT) >= 0, isBusy || play.held(Hand.RIGHT) >= 0);
  }

  private void feel(Hand hand) {
    var pulse = play.pulse(hand);
    if (pulse != null) {
      input.haptics().feel(hand, pulse);
    }
  }

  @Override
  public void close() {
    stage.hideBars();
    bars.close();
  }
}
