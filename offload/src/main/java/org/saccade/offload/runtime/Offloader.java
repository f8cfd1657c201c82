package org.saccade.offload.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.cache.EncodedTileCache;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TileChooser;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.policy.Decision;
import org.saccade.offload.policy.Mode;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Mender;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Reassembler;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;
import org.saccade.offload.rate.RoundTrip;
import org.saccade.render.codec.DecodedTile;
import org.saccade.render.codec.MalformedTileException;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client's one door to the tiles: it talks with the edge, keeps encoded tiles, decodes them,
 * plans each frame and asks for what is missing. The frame thread owns it; no call blocks. An edge
 * that cannot be reached is tried again every second, and what is resident stays in use.
 *
 * <p>In a frame: {@link #poll}, {@link #nextDecoded} while there is time to upload, {@link
 * #nextEmpty}, {@link #plan}, {@link #request}.
 */
public final class Offloader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Offloader.class);
  private static final int INCOMPLETE_TILES = 256;
  private static final long INCOMPLETE_BYTES = 8L << 20;

  private final OffloadConfig config;
  private final EdgeSession session;
  private final DecodePool pool;
  private final EncodedTileCache encoded;
  private final Reassembler reassembler = new Reassembler(INCOMPLETE_TILES, INCOMPLETE_BYTES);
  private final Mender mender = new Mender();
  private final RoundTrip roundTrip = new RoundTrip();
  private final Pace pace;
  private final Requests requests;
  private final LinkWait linkWait;
  private final TilePlan plan = new TilePlan();
  private @Nullable TileChooser chooser;
  private @Nullable Manifest served;
  private @Nullable Fingerprint foreign;
  private DrawnCells drawn = DrawnCells.NONE;
  private long nowNanos;
  private long received;
  private long malformed;
  private long mismatched;
  private int baking;

  /** An offloader that begins to connect with its first poll. */
  public Offloader(OffloadConfig config) {
    this.config = config;
    linkWait = new LinkWait(config.clock());
    session = new EdgeSession(config.dialer(), config.clientName(), this::hear);
    pool = new DecodePool(config.decodeThreads());
    encoded = new EncodedTileCache(config.cacheBytes());
    pace = new Pace(roundTrip, config.mostBytesPerSecond());
    requests = new Requests(session, pool, encoded, roundTrip, pace);
  }

  /** Takes in what the link brought; bounded. */
  public void poll(long now) {
    nowNanos = now;
    linkWait.begin();
    session.poll(now);
    linkWait.end();
  }

  /**
   * What the edge serves; stays after the edge went away or changed to another scene, absent until
   * one answered that serves ours.
   */
  public Optional<Manifest> manifest() {
    return Optional.ofNullable(served);
  }

  /**
   * Why there will be no session until a person does something: the two are not paired, or speak
   * different versions; absent when it is otherwise, or the edge has welcomed since.
   */
  public Optional<String> refusal() {
    var refused = session.refused();
    if (refused == null) {
      return Optional.empty();
    }
    boolean lasts = refused.reason() == Reason.NOT_PAIRED || refused.reason() == Reason.VERSION;
    return lasts ? Optional.of(refused.words()) : Optional.empty();
  }

  /** How the link stands. */
  public LinkHealth health(long now) {
    return new LinkHealth(
        session.isConfigured(),
        session.isUp(),
        roundTrip.nanos(),
        roundTrip.jitterNanos(),
        pace.bytesPerSecond(),
        pace.grantedBytesPerSecond(),
        pace.limit(),
        pace.lostShare(),
        session.words());
  }

  /** The next decoded tile, to be uploaded and closed by the caller; null when none is ready. */
  public @Nullable DecodedTile nextDecoded() {
    for (var job = pool.take(); job != null; job = pool.take()) {
      var tile = usable(job);
      if (tile != null) {
        return tile;
      }
    }
    return null;
  }

  /** The same of tiles without texels: they take microseconds, so all of them every frame. */
  public @Nullable DecodedTile nextEmpty() {
    for (var job = pool.takeEmpty(); job != null; job = pool.takeEmpty()) {
      var tile = usable(job);
      if (tile != null) {
        return tile;
      }
    }
    return null;
  }

  private @Nullable DecodedTile usable(DecodeJob job) {
    if (job.isForeign) {
      DecodePool.closeTile(job.tile);
      return null;
    }
    if (job.isMalformed) {
      malformed++;
      requests.wasUseless(job.address, nowNanos);
    }
    if (job.tile != null) {
      requests.decoded(job.tile, job.recipe);
    }
    return job.tile;
  }

  /**
   * The plan of this frame. The same object each time, overwritten by the next call; empty until an
   * edge answered.
   */
  public TilePlan plan(PlanInput input) {
    return plan(input, drawn);
  }

  /** The same as if these cells had been drawn before. */
  public TilePlan plan(PlanInput input, DrawnCells before) {
    var with = chooser;
    if (with == null) {
      plan.clear();
    } else {
      with.choose(input, before, plan);
      drawn = plan.memory();
    }
    return plan;
  }

  /**
   * Asks for what the plan misses, best first, and sends what is at hand in encoded form to the
   * decode pool.
   *
   * @return the wishes in the request; 0 when nothing is missing or no edge answers
   */
  public int request(TilePlan plan, long now) {
    var manifest = served;
    if (manifest == null) {
      return 0;
    }
    int listed = requests.gather(plan, manifest.recipe(), now);
    linkWait.begin();
    requests.send(now);
    linkWait.end();
    return session.isUp() ? listed : 0;
  }

  /**
   * The longest a call of this offloader waited inside the link since the last time this was asked,
   * nanoseconds; for the profiler, which blames missed frames on the network by it.
   */
  public long takeLinkWaitNanos() {
    return linkWait.take();
  }

  /** Encoded bytes that arrived over all links so far. */
  public long bytesReceived() {
    return session.receivedBytes();
  }

  /** Whether the edge, when it was heard last, had yet to bake some of what is in view. */
  public boolean isEdgeBaking() {
    return session.isUp() && baking > 0;
  }

  /** Counters for the overlay and for benches. */
  public OffloadStatistics statistics() {
    return new OffloadStatistics(
        received,
        session.receivedBytes(),
        pool.decoded(),
        pool.dropped(),
        malformed,
        mismatched,
        requests.raised(),
        reassembler.duplicates(),
        mender.rebuilt(),
        requests.listed(),
        pool.size(),
        baking,
        encoded.size(),
        encoded.bytes(),
        session.sessions());
  }

  /** What a shell's tiles are for under a decision; for {@link PlanInput}. */
  public static ShellUse use(Decision decision, Shell shell) {
    boolean isNear = shell == Shell.NEAR;
    if (decision.mode() == Mode.EDGE || (decision.mode() == Mode.HYBRID && !isNear)) {
      return ShellUse.DRAWN;
    }
    boolean isWanted = isNear ? decision.demand().wantsNear() : decision.demand().wantsFar();
    return isWanted ? ShellUse.WANTED : ShellUse.IGNORED;
  }

  /** Ends the session and the pool; waits for tiles that are being decoded. */
  @Override
  public void close() {
    session.close();
    pool.close();
  }

  private void hear(Message message, long arrivedNanos) {
    switch (message) {
      case Message.Welcome welcome -> welcome(welcome.manifest());
      case TileFragment fragment -> {
        pace.see(fragment, arrivedNanos);
        take(fragment);
        mender.accept(fragment).forEach(this::take);
      }
      case TileRepair repair -> {
        pace.see(repair, arrivedNanos);
        mender.accept(repair).forEach(this::take);
      }
      case Message.Receipt receipt -> {
        baking = receipt.bakingTiles();
        roundTrip.see(arrivedNanos - receipt.sentNanos() - receipt.heldMicros() * 1_000L);
        pace.heard(arrivedNanos);
      }
      case Message.TileUnavailable no -> requests.wasRefused(no.address(), nowNanos);
      case Message.Hello _,
          Message.Refused _,
          Message.Bye _,
          Message.Probe _,
          Message.Pair _,
          Message.ProbeEcho _,
          Message.FovRequest _ ->
          LOG.debug("the edge sent {}", message);
    }
  }

  private void welcome(Manifest manifest) {
    var ours = config.scene();
    if (ours != null && !ours.equals(manifest.scene())) {
      leave(manifest);
    } else {
      foreign = null;
      begin(manifest);
    }
  }

  /** Tiles of another scene are of no use: what is here stays in use, and nothing is asked. */
  private void leave(Manifest other) {
    var words =
        "the edge serves another scene (%s): start it with the same --scene"
            .formatted(other.sceneName());
    if (!other.scene().equals(foreign)) {
      foreign = other.scene();
      LOG.warn("{}; drawing without it", words);
    }
    session.leave(words);
  }

  private void begin(Manifest manifest) {
    baking = 0;
    var before = served;
    boolean isSame =
        before != null
            && before.scene().equals(manifest.scene())
            && before.recipe().equals(manifest.recipe());
    if (!isSame) {
      encoded.clear();
      pool.disown();
      chooser = new TileChooser(manifest.recipe(), config.chooser());
      drawn = DrawnCells.NONE;
    }
    served = manifest;
    reassembler.clear();
    mender.clear();
    roundTrip.clear();
    pace.clear();
    requests.begin(isSame);
  }

  private void take(TileFragment fragment) {
    requests.sawPiece(fragment.address(), nowNanos);
    var whole = reassembler.accept(fragment);
    if (whole == null) {
      return;
    }
    received++;
    if (!whole.isAsNamed()) {
      mismatched++;
      LOG.debug("a tile of {} bytes has not the hash it came under", whole.body().size());
      requests.wasMismatched(whole.address(), nowNanos);
      return;
    }
    try {
      var body = TileBody.parse(whole.body());
      encoded.put(whole.address(), body);
      requests.arrived(whole.address(), body.bytes().size());
    } catch (MalformedTileException e) {
      malformed++;
      LOG.debug("a tile of {} bytes: {}", whole.body().size(), e.getMessage());
      requests.wasUseless(whole.address(), nowNanos);
    }
  }
}
