package dev.crosscheck.jvm;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.robolectric.internal.AndroidSandbox.SdkSandboxClassLoader;
import org.robolectric.internal.bytecode.ClassInstrumentor;
import org.robolectric.internal.bytecode.InstrumentationConfiguration;
import org.robolectric.pluginapi.Sdk;

/** Loads the classes of one process, the system's and the app's. */
final class AppLoader extends SdkSandboxClassLoader {
  private static final List<String> SYSTEM =
      List.of("android.", "com.android.", "libcore.", "org.robolectric.");

  private final Zygote zygote;
  private volatile boolean used;

  AppLoader(
      InstrumentationConfiguration configuration,
      Sdk sdk,
      ClassInstrumentor instrumentor,
      Zygote zygote) {
    super(configuration, sdk, instrumentor);
    this.zygote = zygote;
  }

  /** Loads what earlier apps asked for. */
  void preload() {
    for (String name : zygote.asked()) {
      try {
        loadClass(name);
      } catch (ClassNotFoundException | LinkageError e) {
        // whoever needs it will hear of it
      }
    }
  }

  /** From here on it is the app that asks. */
  void use() {
    used = true;
  }

  @Override
  protected Class<?> maybeInstrumentClass(String name) throws ClassNotFoundException {
    Class<?> made = super.maybeInstrumentClass(name);
    if (used) {
      zygote.asked(name);
    }
    return made;
  }

  @Override
  protected byte[] getByteCode(String name) throws ClassNotFoundException {
    byte[] known = zygote.read(name);
    if (known == null) {
      known = super.getByteCode(name);
      known = isSystems(name) ? withoutDebug(known) : known;
      zygote.keep(name, known);
    }
    return known;
  }

  private static boolean isSystems(String name) {
    return SYSTEM.stream().anyMatch(name::startsWith);
  }

  /** Without the names and lines that only a debugger needs: half of a boot is the JVM's reading of classes. */
  private static byte[] withoutDebug(byte[] written) {
    ClassWriter lean = new ClassWriter(0);
    new ClassReader(written).accept(lean, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return lean.toByteArray();
  }
}
