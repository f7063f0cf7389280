package dev.crosscheck.benchmark;

import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Counts the time that is spent behind ports. Conditions that a port runs for its caller are the
 * caller's time, not the port's.
 */
final class Meter {
  private static final List<Class<?>> FURTHER =
      List.of(Recording.class, Device.class, Session.class);

  private final AtomicLong behindPorts = new AtomicLong();

  /** Nanoseconds so far. */
  long nanos() {
    return behindPorts.get();
  }

  /** The same port, its calls counted; so are the calls of what it hands out. */
  <T> T metered(Class<T> port, T real) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Object[] passed = arguments == null ? new Object[0] : own(arguments);
          long started = System.nanoTime();
          try {
            Object result = method.invoke(real, passed);
            return FURTHER.contains(method.getReturnType())
                ? further(method.getReturnType(), result)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          } finally {
            behindPorts.addAndGet(System.nanoTime() - started);
          }
        };
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  private <T> Object further(Class<T> port, Object result) {
    return metered(port, port.cast(result));
  }

  private Object[] own(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Predicate<?> condition ? own(condition) : argument)
        .toArray();
  }

  private <T> Predicate<T> own(Predicate<T> condition) {
    return value -> {
      long started = System.nanoTime();
      try {
        return condition.test(value);
      } finally {
        behindPorts.addAndGet(started - System.nanoTime());
      }
    };
  }
}
