package dev.crosscheck.adapter.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that serves WebDriver at an address that it chooses itself, so that no other process
 * can take it first, and that it says in a line.
 *
 * @param arguments the command line, given the folder that is the process's own
 * @param environment variables besides our own, given the same folder
 * @param line how it says its address, in one group
 * @param address what that group is the port of, or the whole; {@code %s} stands for it
 * @param patience how long it may take to say so
 */
record ServerProgram(
    String name,
    Function<Path, List<String>> arguments,
    Function<Path, Map<String, String>> environment,
    Pattern line,
    String address,
    Duration patience) {

  /** The address, where this line of its output says it. */
  Optional<URI> addressIn(String output) {
    Matcher said = line.matcher(output);
    return said.find()
        ? Optional.of(URI.create(address.formatted(said.group(1))))
        : Optional.empty();
  }
}
