package org.saccade.client.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.ExitCode;
import org.saccade.offload.link.KryoListener;
import org.saccade.testing.Await;

/** An edge's console with its operator, and devices whose persons pair with it. */
@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder, each test the rest
final class EdgeDeskTest {
  @TempDir Path folder;

  private final AtomicLong skippedNanos = new AtomicLong();
  private Person operator;
  private EdgeDesk desk;
  private KryoListener listener;
  private int devices;

  private void listen(boolean isOpen) throws IOException {
    operator = new Person(folder.resolve("edge"), () -> System.nanoTime() + skippedNanos.get());
    desk = new EdgeDesk(operator.surroundings, isOpen);
    listener =
        KryoListener.listen(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            4,
            desk.door(),
            operator.surroundings.clock());
  }

  @AfterEach
  void close() {
    listener.close();
  }

  private Person device() {
    return new Person(folder.resolve("device " + ++devices), System::nanoTime);
  }

  private CompletableFuture<Integer> pair(Person device) {
    return device.run("pair", "127.0.0.1:" + listener.port());
  }

  /** Lets the console go on until something has happened. */
  private void stepUntil(String what, BooleanSupplier event) {
    Await.until(
        what,
        Person.SOON,
        () -> {
          desk.step();
          return event.getAsBoolean();
        });
  }

  private void stepUntilShown(String words) {
    stepUntil(words, () -> operator.shown().contains(words));
  }

  private int ended(CompletableFuture<Integer> status) {
    stepUntil("the device's program ends", status::isDone);
    return status.join();
  }

  /** A device is at the desk, and both persons are asked. */
  private CompletableFuture<Integer> asked(Person device) {
    int before = count("Does it?");
    var status = pair(device);
    stepUntil("the digits", () -> count("Does it?") > before);
    device.awaitShown("Does it?");
    return status;
  }

  private int count(String words) {
    return operator.shown().split(java.util.regex.Pattern.quote(words), -1).length - 1;
  }

  private Path knownDevices() {
    return folder.resolve("edge/saccade/known_devices");
  }

  @Test
  void bothPersonsSayYesAndTheDeviceIsKept() throws Exception {
    listen(false);
    desk.open();
    var device = device();
    var status = asked(device);
    operator.type("y\n");
    device.type("y\n");
    assertEquals(ExitCode.DONE.number(), ended(status), device.told());
    stepUntilShown("paired with the device at 127.0.0.1");
    assertEquals(1, Files.readString(knownDevices()).lines().count());
    assertFalse(operator.shown().contains("nobody may pair"), operator.shown());
  }

  @Test
  void whatWasTypedBeforeTheDigitsIsNoAnswer() throws Exception {
    listen(false);
    desk.open();
    var device = device();
    operator.type("y");
    var status = pair(device);
    device.awaitShown("Does it?"); // so the digits are there, and the console has not looked yet
    operator.type("\nyes\ny");
    stepUntilShown("Does it?");
    assertTrue(operator.shown().contains("typed too early"), operator.shown());
    device.type("y\n");
    operator.type("\n");
    assertEquals(ExitCode.FAILED.number(), ended(status));
    assertFalse(Files.exists(knownDevices()));
  }

  @Test
  void anOpenEdgeSaysYesToEverybodyAndKeepsNobody() throws Exception {
    listen(true);
    for (int i = 0; i < 3; i++) {
      var device = device();
      var status = pair(device);
      stepUntil("the device's digits", () -> device.shown().contains("Does it?"));
      device.type("y\n");
      assertEquals(ExitCode.DONE.number(), ended(status), device.told());
    }
    stepUntil("each is told of", () -> count("knows this edge") == 3);
    assertFalse(Files.exists(knownDevices()), "nobody compared digits");
    assertEquals(0, count("not paired"), operator.shown());
  }

  @Test
  void theDoorSaysThatItIsClosedAndHowItOpens() throws Exception {
    listen(false);
    desk.open();
    for (int i = 0; i < 3; i++) {
      assertFalse(operator.shown().contains("nobody may pair"), operator.shown());
      var device = device();
      var status = asked(device);
      device.type("n\n");
      assertEquals(ExitCode.FAILED.number(), ended(status));
      int failures = i + 1;
      stepUntil("it is told", () -> count("not paired: the device") == failures);
      skippedNanos.addAndGet(Duration.ofSeconds(6).toNanos());
    }
    stepUntilShown("nobody may pair any more: 3 tries have failed; type pair");
    operator.type("pair\n"); // which is no answer to digits of a device that went
    stepUntil("it is open", () -> count("one device may pair") == 2);
    skippedNanos.addAndGet(Duration.ofMinutes(4).toNanos());
    stepUntilShown("nobody may pair any more: the three minutes are over; type pair");
    assertEquals(2, count("nobody may pair"), operator.shown());
  }

  @Test
  void aKeyThatCannotBeKeptIsSaidOnBothSides() throws Exception {
    listen(false);
    desk.open();
    var device = device();
    var status = asked(device);
    Files.createDirectory(knownDevices());
    operator.type("y\n");
    device.type("y\n");
    assertEquals(ExitCode.FAILED.number(), ended(status));
    assertTrue(device.told().contains("cannot keep this device's key"), device.told());
    assertTrue(operator.told().contains("known_devices"), operator.told());
  }
}
