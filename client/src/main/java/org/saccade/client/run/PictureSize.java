package org.saccade.client.run;

import java.util.regex.Pattern;

/** A picture's size in pixels. */
public record PictureSize(int width, int height) {
  private static final int SMALLEST = 16;
  private static final int LARGEST = 8192;
  private static final Pattern WORDS = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

  public PictureSize {
    if (width < SMALLEST || height < SMALLEST || width > LARGEST || height > LARGEST) {
      throw new IllegalArgumentException(
          "size is %dx%d; expected %d to %d pixels each way"
              .formatted(width, height, SMALLEST, LARGEST));
    }
  }

  /** Reads "800x600". */
  public static PictureSize of(String text) {
    var matched = WORDS.matcher(text);
    if (!matched.matches()) {
      throw new IllegalArgumentException(
          "size is '%s'; expected WxH, for example 800x600".formatted(text));
    }
    return new PictureSize(Integer.parseInt(matched.group(1)), Integer.parseInt(matched.group(2)));
  }

  /** Width divided by height. */
  public double aspect() {
    return (double) width / height;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
