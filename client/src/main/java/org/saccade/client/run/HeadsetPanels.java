package org.saccade.client.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.client.panel.PanelHands;
import org.saccade.client.panel.PanelPlace;
import org.saccade.client.panel.RayPointer;
import org.saccade.client.settings.Setting;
import org.saccade.client.ui.FiguresSheet;
import org.saccade.client.ui.MenuSheet;
import org.saccade.client.ui.PanelPointer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.xr.Pose;
import org.saccade.xr.runtime.XrDisplay;

/**
 * What floats before a person in a headset: the menu where they looked when they opened it, the
 * overlay's figures there or, with the menu, above it, and the dot a hand points with. In a frame
 * at most one of the two is redrawn. Frame thread.
 */
final class HeadsetPanels implements AutoCloseable {
  /** The layers' numbers; what is later lies in front. */
  private static final int FIGURES = 0;

  private static final int MENU = 1;
  private static final int CURSOR = 2;

  /** Both are as wide, in metres. */
  static final double WIDTH = 1;

  private static final double GAP = 0.04;
  private static final double CURSOR_IN_FRONT = 0.004;

  /** The menu answers a hand: as often as is needed to follow it. */
  private static final long MENU_NANOS = 1_000_000_000L / 15;

  /** Numbers that change faster cannot be read. */
  private static final long FIGURES_NANOS = 1_000_000_000L / 5;

  private final HeadsetMenu menu;
  private final PanelHands hands;
  private final LongSupplier clock;
  private final GpuScope gpu = new GpuScope("panels");
  private final FloatingPanel figuresPanel;
  private final FloatingPanel menuPanel;
  private final RayCursor cursor;
  private final FiguresSheet figuresSheet;
  private final MenuSheet menuSheet;
  private final PanelPointer pointer = new PanelPointer();
  private final RayPointer rays = new RayPointer();
  private final List<FloatingPanel> shown = new ArrayList<>();
  private final List<PanelPlace> places = new ArrayList<>();
  private boolean wasMenuPressed;
  private boolean wasHeld;

  /** Needs the display's context current; the display stays the caller's to close. */
  HeadsetPanels(XrDisplay display, HeadsetMenu menu, PanelHands hands, LongSupplier clock) {
    this.menu = menu;
    this.hands = hands;
    this.clock = clock;
    try {
      figuresPanel =
          new FloatingPanel(
              FIGURES,
              FIGURES_NANOS,
              new PictureSize(FiguresSheet.WIDTH, FiguresSheet.HEIGHT),
              display,
              gpu);
      menuPanel =
          new FloatingPanel(
              MENU, MENU_NANOS, new PictureSize(MenuSheet.WIDTH, MenuSheet.HEIGHT), display, gpu);
      cursor = new RayCursor(CURSOR, display);
      figuresSheet = new FiguresSheet();
      gpu.own(figuresSheet::close);
      menuSheet = new MenuSheet();
      gpu.own(menuSheet::close);
    } catch (RuntimeException failed) {
      gpu.close();
      throw failed;
    }
  }

  /** Brings the layers to what is to be seen now; the head is in the play space. */
  void show(Pose head) {
    boolean isPressed = hands.isMenuPressed();
    if (isPressed && !wasMenuPressed) {
      menu.toggle();
    }
    wasMenuPressed = isPressed;
    place(head);
    point();
    redraw(clock.getAsLong());
    figuresPanel.show();
    menuPanel.show();
  }

  /** Whatever is open stands before the person again, wherever they look now. */
  void comeBack() {
    menuPanel.hide();
    figuresPanel.hide();
    pointer.clear();
  }

  private void place(Pose head) {
    var figures = menu.figures();
    boolean hasFigures =
        figures != null && (menu.live().now().is(Setting.OVERLAY) || figures.hasNotice());
    boolean hasMenu = menu.isOpen() || menu.figures() == null; // between worlds it says so
    boolean opens = hasMenu && menuPanel.place() == null;
    if (opens) {
      menuPanel.put(PanelPlace.ahead(head, WIDTH, height(menuPanel)));
    } else if (!hasMenu && menuPanel.place() != null) {
      menuPanel.hide();
      pointer.clear();
    }
    if (!hasFigures) {
      figuresPanel.hide();
    } else if (opens || figuresPanel.place() == null) {
      var under = menuPanel.place();
      figuresPanel.put(
          under == null
              ? PanelPlace.ahead(head, WIDTH, height(figuresPanel))
              : under.above(GAP, WIDTH, height(figuresPanel)));
    }
  }

  private static double height(FloatingPanel panel) {
    return WIDTH * panel.height() / panel.width();
  }

  private void point() {
    shown.clear();
    places.clear();
    note(menuPanel); // first, so that its number does not change while it is held
    note(figuresPanel);
    var spot = rays.next(hands.ray(0), hands.ray(1), places);
    var panel = spot == null ? null : shown.get(spot.panel());
    if (spot == null) {
      cursor.hide();
    } else {
      var at = places.get(spot.panel()).at(spot.across(), spot.down(), CURSOR_IN_FRONT);
      cursor.show(at, spot.isPressed());
    }
    if (spot == null || panel != menuPanel) {
      pointer.leave(); // before the button is let go: what was slid off is not clicked
      press(false);
    } else {
      pointer.move(spot.across() * panel.width(), spot.down() * panel.height());
      press(spot.isPressed());
    }
  }

  private void note(FloatingPanel panel) {
    var place = panel.place();
    if (place != null) {
      shown.add(panel);
      places.add(place);
    }
  }

  private void press(boolean isHeld) {
    if (isHeld != wasHeld) {
      wasHeld = isHeld;
      pointer.press(isHeld);
    }
  }

  private void redraw(long now) {
    boolean areFiguresLate = figuresPanel.isDue(now - FIGURES_NANOS);
    boolean isMenuDrawn = !areFiguresLate && menuPanel.isDue(now) && redrawMenu(now);
    if (!isMenuDrawn && figuresPanel.isDue(now)) {
      redrawFigures(now);
    }
  }

  private boolean redrawMenu(long now) {
    var state = menu.state();
    if (menuPanel.isDrawn() && !menuSheet.isStale(state, pointer)) {
      menuPanel.keep(now);
      return false;
    }
    menuPanel.draw(
        now,
        () -> {
          var choice = menuSheet.draw(state, pointer, MENU_NANOS * 1e-9f);
          if (choice != null) {
            menu.take(choice);
          }
        });
    return true;
  }

  private void redrawFigures(long now) {
    var figures = menu.figures();
    if (figures != null) {
      figuresPanel.draw(
          now, () -> figuresSheet.draw(figures.state(), figures.history(), FIGURES_NANOS * 1e-9f));
    }
  }

  /** Where the menu stands; null while it is closed. */
  @Nullable PanelPlace menuPlace() {
    return menuPanel.place();
  }

  @Override
  public void close() {
    figuresPanel.hide();
    menuPanel.hide();
    cursor.hide();
    gpu.close();
  }
}
