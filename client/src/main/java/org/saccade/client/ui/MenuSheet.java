package org.saccade.client.ui;

import imgui.ImGui;
import imgui.flag.ImGuiCol;
import imgui.flag.ImGuiCond;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.client.menu.Alternatives;
import org.saccade.client.menu.HostPad;
import org.saccade.client.menu.MenuChoice;
import org.saccade.client.menu.MenuState;
import org.saccade.client.menu.SettingRow;

/**
 * The menu in the headset: a row for each thing to choose, large enough for a hand's ray. It only
 * shows what is so and tells what was pressed. Frame thread.
 */
public final class MenuSheet implements AutoCloseable {
  /** Pixels of the sheet. */
  public static final int WIDTH = 1280;

  /** Pixels of the sheet. */
  public static final int HEIGHT = 868;

  private static final float SCALE = 3;
  private static final float PADDING = Sheets.PADDING;

  /** Draws that a click takes: the pointer comes, presses, lets go, and the answer is shown. */
  private static final int SETTLING = 4;

  private static final float KEY_HEIGHT = 66;
  private static final float PAD_HEIGHT = 112;
  private static final float GAP = 14;
  private static final float NAMES = 232;

  /** Letters beside the title. */
  private static final int LONGEST_NOTE = 44;

  /** Leads to the pad for an address. */
  private static final String OTHER = "other";

  private final Gui gui = new Gui(SCALE);
  private @Nullable HostPad pad;
  private @Nullable MenuState drawn;
  private int settling;

  /** Whether another draw would look different: most of the time nobody touches a menu. */
  public boolean isStale(MenuState state, PanelPointer pointer) {
    return settling > 0 || pointer.isWaiting() || !state.equals(drawn);
  }

  /**
   * Draws the sheet whole into the framebuffer bound by the caller.
   *
   * @return what was chosen in this draw; null for nothing
   */
  public @Nullable MenuChoice draw(MenuState state, PanelPointer pointer, float seconds) {
    boolean isNews = pointer.isWaiting() || !state.equals(drawn);
    settling = isNews ? SETTLING : Math.max(0, settling - 1);
    drawn = state;
    gui.begin(pointer, WIDTH, HEIGHT, seconds);
    Sheets.style();
    ImGui.getStyle().setItemSpacing(GAP, GAP);
    ImGui.setNextWindowPos(0, 0, ImGuiCond.Always);
    ImGui.setNextWindowSize(WIDTH, HEIGHT, ImGuiCond.Always);
    ImGui.pushStyleColor(ImGuiCol.WindowBg, Palette.SHEET);
    MenuChoice choice = null;
    if (ImGui.begin("menu", Sheets.FLAGS)) {
      headline(state);
      var typed = pad;
      choice = typed == null ? rows(state) : host(typed);
    }
    ImGui.end();
    ImGui.popStyleColor();
    gui.end();
    return choice;
  }

  private static void headline(MenuState state) {
    Words.show(Palette.TEXT, "Saccade");
    var note = state.note();
    if (note.length() > LONGEST_NOTE) {
      note = note.substring(0, LONGEST_NOTE) + ".."; // all of it is told on standard error
    }
    float width = ImGui.calcTextSizeX(note);
    ImGui.sameLine(WIDTH - PADDING - width);
    Words.show(
        state.isBusy() ? Palette.WARNING : state.isNoteGood() ? Palette.GOOD : Palette.BAD, note);
    ImGui.separator();
  }

  private @Nullable MenuChoice rows(MenuState state) {
    MenuChoice choice = null;
    ImGui.beginDisabled(state.isBusy());
    var scene = row("scene", state.scenes());
    choice = scene == null ? choice : new MenuChoice.Scene(scene);
    var edges = new ArrayList<>(state.edges().words());
    edges.add(OTHER);
    var edge = row("edge", new Alternatives(edges, state.edges().chosen()));
    if (OTHER.equals(edge)) {
      pad = HostPad.empty();
    } else {
      choice = edge == null ? choice : new MenuChoice.Edge(edge);
    }
    var picture = row("picture", state.pictures());
    choice = picture == null ? choice : new MenuChoice.Picture(picture);
    ImGui.endDisabled();
    ImGui.separator();
    for (var setting : SettingRow.values()) {
      var word = row(setting.title(), setting.of(state.settings()));
      choice = word == null ? choice : new MenuChoice.Keep(setting.choose(state.settings(), word));
    }
    ImGui.separator();
    ImGui.setCursorPosX(NAMES + PADDING);
    if (key("close", keyWidth(2), false)) {
      choice = new MenuChoice.Close();
    }
    ImGui.sameLine();
    if (key("leave Saccade", keyWidth(2), false)) {
      choice = new MenuChoice.Quit();
    }
    return choice;
  }

  /** A name and its alternatives; the word that was pressed, or null. */
  private static @Nullable String row(String name, Alternatives alternatives) {
    float top = ImGui.getCursorPosY();
    ImGui.setCursorPosY(top + (KEY_HEIGHT - ImGui.getTextLineHeight()) / 2);
    Words.show(Palette.FAINT, name);
    ImGui.setCursorPos(NAMES + PADDING, top);
    ImGui.pushID(name);
    String pressed = null;
    var words = alternatives.words();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        ImGui.sameLine();
      }
      var word = words.get(i);
      pressed = key(word, width(words, word), word.equals(alternatives.chosen())) ? word : pressed;
    }
    ImGui.popID();
    return pressed;
  }

  private static float keyWidth(int keys) {
    return (WIDTH - 2 * PADDING - NAMES - (keys - 1) * GAP) / keys;
  }

  /** All alike where the longest fits; else each as its word needs, and what is left shared. */
  private static float width(List<String> words, String word) {
    float letter = ImGui.calcTextSizeX("0");
    float alike = keyWidth(words.size());
    int longest = words.stream().mapToInt(String::length).max().orElse(1);
    if (longest * letter + GAP <= alike) {
      return alike;
    }
    int all = words.stream().mapToInt(String::length).sum();
    return alike + (word.length() - (float) all / words.size()) * letter;
  }

  private static boolean key(String word, float width, boolean isChosen) {
    return key(word, width, KEY_HEIGHT, isChosen);
  }

  private static boolean key(String word, float width, float height, boolean isChosen) {
    ImGui.pushStyleColor(ImGuiCol.Text, Palette.TEXT);
    ImGui.pushStyleColor(ImGuiCol.Button, isChosen ? Palette.CHOSEN : Palette.KEY);
    ImGui.pushStyleColor(
        ImGuiCol.ButtonHovered, isChosen ? Palette.CHOSEN_UNDER_RAY : Palette.KEY_UNDER_RAY);
    ImGui.pushStyleColor(ImGuiCol.ButtonActive, Palette.KEY_HELD);
    boolean isPressed = ImGui.button(fitted(word, width) + "##" + word, width, height);
    ImGui.popStyleColor(4);
    return isPressed;
  }

  /** The word, or its end where it is too long: of an address that tells more. */
  private static String fitted(String word, float width) {
    float letter = ImGui.calcTextSizeX("0");
    int most = Math.max(3, (int) ((width - GAP) / letter));
    return word.length() <= most ? word : ".." + word.substring(word.length() - most + 2);
  }

  /** The pad an edge's address is typed with. */
  private @Nullable MenuChoice host(HostPad typed) {
    var next = typed;
    MenuChoice choice = null;
    Words.show(Palette.FAINT, "address of an edge, as './saccade edge' prints it");
    float left = ImGui.getCursorScreenPosX();
    float top = ImGui.getCursorScreenPosY();
    var list = ImGui.getWindowDrawList();
    list.addRectFilled(left, top, WIDTH - PADDING, top + KEY_HEIGHT, Palette.FIELD, 12);
    float inset = (KEY_HEIGHT - ImGui.getTextLineHeight()) / 2;
    list.addText(left + inset, top + inset, Palette.TEXT, typed.text() + "_");
    ImGui.dummy(0, KEY_HEIGHT + GAP);
    float width = (WIDTH - 2 * PADDING - 2 * GAP) / 3;
    for (var row : HostPad.KEYS) {
      for (int i = 0; i < row.size(); i++) {
        if (i > 0) {
          ImGui.sameLine();
        }
        next = key(row.get(i), width, PAD_HEIGHT, false) ? next.press(row.get(i)) : next;
      }
    }
    ImGui.separator();
    boolean isBack = key("back", width, false);
    ImGui.sameLine();
    next = key("delete", width, false) ? next.delete() : next;
    ImGui.sameLine();
    ImGui.beginDisabled(!typed.isComplete());
    if (key("connect", width, typed.isComplete())) {
      choice = new MenuChoice.Edge(typed.text());
    }
    ImGui.endDisabled();
    pad = isBack || choice != null ? null : next;
    return choice;
  }

  @Override
  public void close() {
    gui.close();
  }
}
