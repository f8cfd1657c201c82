package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Owns GL objects and deletes them when closed, newest first. Belongs to the thread whose context
 * made it; a scope left open is reported by name by {@link #openOnThisThread}.
 */
public final class GpuScope implements AutoCloseable {
  private static final ThreadLocal<List<GpuScope>> OPEN = ThreadLocal.withInitial(ArrayList::new);
  private static final int ALL_LAYERS = -1;
  private static final int MAPPED = GL_MAP_WRITE_BIT | GL_MAP_PERSISTENT_BIT | GL_MAP_COHERENT_BIT;

  private final String name;
  private final Thread owner = Thread.currentThread();
  private final Deque<Runnable> deletions = new ArrayDeque<>();
  private boolean isOpen = true;

  public GpuScope() {
    this("unnamed scope");
  }

  /**
   * A scope of its own.
   *
   * @param name what it is for, said when it leaks
   */
  public GpuScope(String name) {
    this.name = name;
    OPEN.get().add(this);
  }

  /** Scopes of this thread that are still open, by name: empty when nothing leaks. */
  public static List<String> openOnThisThread() {
    return OPEN.get().stream().map(scope -> scope.name).toList();
  }

  /** A 2D texture, clamped and bilinear until told otherwise. */
  public Texture texture2d(int width, int height, int levels, TextureFormat format) {
    int texture = newTexture(GL_TEXTURE_2D);
    glTextureStorage2D(texture, levels, format.internal(), width, height);
    return defaults(new Texture(texture, GL_TEXTURE_2D, width, height, 1, levels, format));
  }

  /** An array of 2D textures, clamped and bilinear until told otherwise. */
  public Texture textureArray(int width, int height, int layers, int levels, TextureFormat format) {
    int texture = newTexture(GL_TEXTURE_2D_ARRAY);
    glTextureStorage3D(texture, levels, format.internal(), width, height, layers);
    return defaults(
        new Texture(texture, GL_TEXTURE_2D_ARRAY, width, height, layers, levels, format));
  }

  /** A multisampled 2D texture. */
  public Texture multisampled(int width, int height, int samples, TextureFormat format) {
    int texture = newTexture(GL_TEXTURE_2D_MULTISAMPLE);
    glTextureStorage2DMultisample(texture, samples, format.internal(), width, height, true);
    return new Texture(texture, GL_TEXTURE_2D_MULTISAMPLE, width, height, 1, 1, format);
  }

  /** An array of multisampled 2D textures. */
  public Texture multisampledArray(
      int width, int height, int layers, int samples, TextureFormat format) {
    int target = GL_TEXTURE_2D_MULTISAMPLE_ARRAY;
    int texture = newTexture(target);
    glTextureStorage3DMultisample(texture, samples, format.internal(), width, height, layers, true);
    return new Texture(texture, target, width, height, layers, 1, format);
  }

  /** A layer of an array, without smaller levels, as a 2D texture of its own over its texels. */
  public Texture layer(Texture array, int layer) {
    boolean isMultisampled = array.target() == GL_TEXTURE_2D_MULTISAMPLE_ARRAY;
    int target = isMultisampled ? GL_TEXTURE_2D_MULTISAMPLE : GL_TEXTURE_2D;
    int texture = glGenTextures(); // a view is made of a name alone
    own(() -> glDeleteTextures(texture));
    glTextureView(texture, target, array.name(), array.format().internal(), 0, 1, layer, 1);
    var view = new Texture(texture, target, array.width(), array.height(), 1, 1, array.format());
    return isMultisampled ? view : defaults(view);
  }

  private int newTexture(int target) {
    int texture = glCreateTextures(target);
    own(() -> glDeleteTextures(texture));
    return texture;
  }

  private static Texture defaults(Texture texture) {
    boolean isMipmapped = texture.levels() > 1;
    int filter = texture.format().isDepth() ? GL_NEAREST : GL_LINEAR;
    return texture
        .filter(isMipmapped ? GL_LINEAR_MIPMAP_LINEAR : filter, filter)
        .wrap(GL_CLAMP_TO_EDGE);
  }

  /** A buffer of these bytes that never change. */
  public Buffer buffer(ByteBuffer data) {
    int buffer = newBuffer();
    glNamedBufferStorage(buffer, data, 0);
    return new Buffer(buffer, data.remaining(), null);
  }

  /** A buffer written now and then by {@link Buffer#write}. */
  public Buffer dynamicBuffer(long bytes) {
    int buffer = newBuffer();
    glNamedBufferStorage(buffer, Math.max(bytes, 16), GL_DYNAMIC_STORAGE_BIT);
    return new Buffer(buffer, Math.max(bytes, 16), null);
  }

  /**
   * A buffer written through its persistent mapping; the writer fences what the GPU still reads.
   */
  public Buffer mappedBuffer(long bytes) {
    int buffer = newBuffer();
    glNamedBufferStorage(buffer, bytes, MAPPED);
    ByteBuffer mapped = glMapNamedBufferRange(buffer, 0, bytes, MAPPED);
    if (mapped == null) {
      throw new GpuException("glMapNamedBufferRange of %d bytes failed".formatted(bytes));
    }
    return new Buffer(buffer, bytes, mapped);
  }

  private int newBuffer() {
    int buffer = glCreateBuffers();
    own(() -> glDeleteBuffers(buffer));
    return buffer;
  }

  /** A way of reading textures. */
  public TextureSampler sampler() {
    int sampler = glCreateSamplers();
    own(() -> glDeleteSamplers(sampler));
    return new TextureSampler(sampler);
  }

  /** An empty vertex array. */
  public VertexArray vertexArray() {
    int array = glCreateVertexArrays();
    own(() -> glDeleteVertexArrays(array));
    return new VertexArray(array);
  }

  /** A program of a vertex and a fragment shader file; defines are {@code NAME} or NAME VALUE. */
  public Program program(String vertexFile, String fragmentFile, String... defines) {
    return program(
        List.of(
            new ProgramCompiler.Stage(GL_VERTEX_SHADER, vertexFile),
            new ProgramCompiler.Stage(GL_FRAGMENT_SHADER, fragmentFile)),
        List.of(defines));
  }

  /** A program of one compute shader file. */
  public Program compute(String file, String... defines) {
    return program(List.of(new ProgramCompiler.Stage(GL_COMPUTE_SHADER, file)), List.of(defines));
  }

  private Program program(List<ProgramCompiler.Stage> stages, List<String> defines) {
    int program = ProgramCompiler.link(stages, defines);
    own(() -> delete(program));
    return new Program(program);
  }

  /** One in use would live on, and what it sampled be missing from the next clear or copy. */
  private static void delete(int program) {
    if (glGetInteger(GL_CURRENT_PROGRAM) == program) {
      glUseProgram(0);
    }
    glDeleteProgram(program);
  }

  /**
   * A complete framebuffer of a colour texture, a depth texture, or both of one size; of all layers
   * of arrays.
   */
  public Framebuffer framebuffer(@Nullable Texture colour, @Nullable Texture depth) {
    return framebuffer(colour, depth, ALL_LAYERS);
  }

  /** One of a single layer of arrays; drivers blit from these, but some not from views. */
  public Framebuffer framebuffer(@Nullable Texture colour, @Nullable Texture depth, int layer) {
    Texture sized = colour != null ? colour : depth;
    if (sized == null) {
      throw new IllegalArgumentException("a framebuffer needs a colour or a depth texture");
    }
    int framebuffer = glCreateFramebuffers();
    own(() -> glDeleteFramebuffers(framebuffer));
    if (colour != null) {
      attach(framebuffer, GL_COLOR_ATTACHMENT0, colour, layer);
    } else {
      glNamedFramebufferDrawBuffer(framebuffer, GL_NONE);
    }
    if (depth != null) {
      attach(framebuffer, GL_DEPTH_ATTACHMENT, depth, layer);
    }
    int status = glCheckNamedFramebufferStatus(framebuffer, GL_FRAMEBUFFER);
    if (status != GL_FRAMEBUFFER_COMPLETE) {
      throw new GpuException(
          "framebuffer of %s and %s is incomplete (0x%x)".formatted(colour, depth, status));
    }
    return new Framebuffer(framebuffer, sized.width(), sized.height());
  }

  private static void attach(int framebuffer, int place, Texture texture, int layer) {
    if (layer == ALL_LAYERS) {
      glNamedFramebufferTexture(framebuffer, place, texture.name(), 0);
    } else {
      glNamedFramebufferTextureLayer(framebuffer, place, texture.name(), 0, layer);
    }
  }

  /** A scope that ends with this one at the latest. */
  public GpuScope child(String childName) {
    var child = new GpuScope(name + " / " + childName);
    own(child::close);
    return child;
  }

  /** Runs {@code deletion} when this scope closes, before those given earlier. */
  public void own(Runnable deletion) {
    if (!isOpen || Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "%s used %s; its thread is %s"
              .formatted(name, isOpen ? "on a foreign thread" : "after close", owner.getName()));
    }
    deletions.push(deletion);
  }

  @Override
  public void close() {
    if (!isOpen) {
      return;
    }
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "%s closed on %s; its thread is %s"
              .formatted(name, Thread.currentThread().getName(), owner.getName()));
    }
    while (!deletions.isEmpty()) {
      deletions.pop().run();
    }
    isOpen = false;
    OPEN.get().remove(this);
  }
}
