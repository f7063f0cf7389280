package dev.crosscheck.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/** Gets a plugin by the name of a class: from its static field {@code FACTORY}, else by its constructor. */
final class PluginClass {
  private static final String FIELD = "FACTORY";

  private PluginClass() {}

  static <T> T instance(String name, Class<T> wanted) throws PluginMissing {
    Class<?> type = type(name);
    Object made = field(type);
    if (made == null) {
      made = construct(type, wanted);
    }
    if (!wanted.isInstance(made)) {
      throw new PluginMissing("'" + name + "' is no " + wanted.getName().replace('$', '.'));
    }
    return wanted.cast(made);
  }

  private static Class<?> type(String name) throws PluginMissing {
    try {
      return Class.forName(name, true, PluginClass.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new PluginMissing("there is no class '" + name + "' in the app");
    } catch (LinkageError e) {
      throw new PluginMissing("class '" + name + "' cannot be loaded: " + cause(e));
    }
  }

  private static Object field(Class<?> type) throws PluginMissing {
    try {
      Field field = type.getField(FIELD);
      return Modifier.isStatic(field.getModifiers()) ? field.get(null) : null;
    } catch (NoSuchFieldException e) {
      return null;
    } catch (IllegalAccessException | LinkageError e) {
      throw new PluginMissing("'" + type.getName() + "." + FIELD + "' cannot be read: " + cause(e));
    }
  }

  private static Object construct(Class<?> type, Class<?> wanted) throws PluginMissing {
    try {
      Constructor<?> constructor = type.getConstructor();
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new PluginMissing(
          "'"
              + type.getName()
              + "' has neither a public static field "
              + FIELD
              + " nor a public constructor without arguments, to get a "
              + wanted.getName().replace('$', '.'));
    } catch (InvocationTargetException e) {
      throw new PluginMissing("'" + type.getName() + "' threw when it was made: " + cause(e));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new PluginMissing("'" + type.getName() + "' cannot be made: " + cause(e));
    }
  }

  private static String cause(Throwable thrown) {
    return String.valueOf(thrown.getCause() == null ? thrown : thrown.getCause());
  }
}
