package io.backorder.examples.realyear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM that runs a {@link Node}, and the lines it has said so far. */
final class NodeProcess {

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread listener;

  private NodeProcess(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "listener of " + process.pid());
    this.listener.setDaemon(true);
  }

  /** Starts a node. */
  static NodeProcess start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
        "-cp",
        classPath(),
        Node.class.getName()));
    command.addAll(arguments);
    NodeProcess node =
        new NodeProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    node.listener.start();
    return node;
  }

  /** The class path of this program, which Maven gives to a loader of its own. */
  private static String classPath() {
    ClassLoader loader = Node.class.getClassLoader();
    if (loader instanceof URLClassLoader urls) {
      return Arrays.stream(urls.getURLs())
          .map(NodeProcess::path)
          .collect(Collectors.joining(System.getProperty("path.separator")));
    }
    return System.getProperty("java.class.path");
  }

  private static String path(URL url) {
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("class path must be of files: " + url, e);
    }
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns the lines that begin with a word, without it. */
  List<String> said(String word) {
    synchronized (lines) {
      return lines.stream()
          .filter(line -> line.startsWith(word))
          .map(line -> line.substring(word.length()))
          .toList();
    }
  }

  /** Returns all lines that are none of an answer. */
  List<String> complaints() {
    synchronized (lines) {
      return lines.stream()
          .filter(
              line -> Stream.of(Node.DONE, Node.REFUSED, Node.AGAIN).noneMatch(line::startsWith))
          .toList();
    }
  }

  /** Waits until so many documents were acknowledged, or the process has ended. */
  void awaitDone(int count) throws InterruptedException {
    while (said(Node.DONE).size() < count && process.isAlive()) {
      Thread.sleep(20);
    }
  }

  /** Waits until a document has to be posted again, or the process has ended. */
  void awaitAgain() throws InterruptedException {
    while (said(Node.AGAIN).isEmpty() && process.isAlive()) {
      Thread.sleep(20);
    }
  }

  /** Ends the process at once, as the system does when memory runs out: SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    listener.join();
  }

  /** Waits for the process to end by itself and returns its status. */
  int await() throws InterruptedException {
    int status = process.waitFor();
    listener.join();
    return status;
  }
}
