package dev.crosscheck.support;

import dev.crosscheck.adapter.supply.SystemSupply;
import dev.crosscheck.supply.Supply;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the supply that a run has, so that browsers and packages are there on a machine
 * where nobody installed them: {@code @ExtendWith(TestSupply.class)}, and a parameter of type
 * {@link Supply}. What is fetched is fetched once for all tests.
 */
public final class TestSupply implements ParameterResolver {
  private static final ExtensionContext.Namespace KEPT =
      ExtensionContext.Namespace.create(TestSupply.class);

  /** The same without JUnit. */
  public static Supply create() {
    Map<String, String> environment = System.getenv();
    return new SystemSupply(
        SystemSupply.cacheFolder(environment), environment, System.out::println);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Supply.class;
  }

  @Override
  public Supply resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(KEPT)
        .computeIfAbsent(Supply.class, type -> create(), Supply.class);
  }
}
