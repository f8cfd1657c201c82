package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.util.List;
import org.saccade.assets.Shaders;

/** Turns shader files into a linked program, or says what the driver's compiler said. */
final class ProgramCompiler {
  private ProgramCompiler() {}

  /** One stage of a program: GL's stage and the file. */
  record Stage(int kind, String file) {}

  static int link(List<Stage> stages, List<String> defines) {
    int program = glCreateProgram();
    int[] shaders = new int[stages.size()];
    try {
      for (int i = 0; i < shaders.length; i++) {
        shaders[i] = compile(stages.get(i), defines);
        glAttachShader(program, shaders[i]);
      }
      glLinkProgram(program);
      if (glGetProgrami(program, GL_LINK_STATUS) == 0) {
        throw new GpuException(
            "linking %s %s failed: %s"
                .formatted(stages, defines, glGetProgramInfoLog(program).strip()));
      }
      return program;
    } catch (GpuException e) {
      glDeleteProgram(program);
      throw e;
    } finally {
      for (int shader : shaders) {
        glDeleteShader(shader);
      }
    }
  }

  private static int compile(Stage stage, List<String> defines) {
    int shader = glCreateShader(stage.kind());
    glShaderSource(shader, Shaders.source(stage.file(), defines));
    glCompileShader(shader);
    if (glGetShaderi(shader, GL_COMPILE_STATUS) == 0) {
      String log = glGetShaderInfoLog(shader).strip();
      glDeleteShader(shader);
      throw new GpuException("compiling %s %s failed: %s".formatted(stage.file(), defines, log));
    }
    return shader;
  }
}
