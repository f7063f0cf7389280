package dev.crosscheck.adapter.archive;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Gives every value of a sealed type of ours a {@code kind} and every enum constant a word, so that
 * files name things as users do and no Java class is named in them.
 */
final class KindIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;
  private static final String OURS = "dev.crosscheck.";

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    if (annotated instanceof AnnotatedClass && isClosed(annotated.getRawType())) {
      return JsonTypeInfo.Value.construct(
          JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, true);
    }
    return super.findPolymorphicTypeInfo(config, annotated);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
    if (!isClosed(annotated.getRawType())) {
      return super.findSubtypes(config, annotated);
    }
    List<NamedType> all = new ArrayList<>();
    collect(annotated.getRawType(), all);
    return all;
  }

  @Override
  public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
    return isClosed(type.getRawType()) ? kind(type.getRawType()) : super.findTypeName(config, type);
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    for (int i = 0; i < constants.length; i++) {
      names[i] = constants[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return names;
  }

  /** {@code WaitUntil} is {@code wait-until}. */
  static String kind(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static void collect(Class<?> type, List<NamedType> into) {
    if (type.isRecord()) {
      into.add(new NamedType(type, kind(type)));
    } else if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        collect(permitted, into);
      }
    }
  }

  /** Whether it is a sealed interface of ours, or a record that one permits. */
  private static boolean isClosed(Class<?> type) {
    if (!type.getName().startsWith(OURS)) {
      return false;
    }
    if (type.isSealed()) {
      return true;
    }
    for (Class<?> above : type.getInterfaces()) {
      if (above.isSealed() && isClosed(above)) {
        return true;
      }
    }
    return false;
  }
}
