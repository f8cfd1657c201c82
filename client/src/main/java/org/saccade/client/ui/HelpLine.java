package org.saccade.client.ui;

/** One line of the help on screen: the keys and what they do. */
public record HelpLine(String keys, String effect) {}
