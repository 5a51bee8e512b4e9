// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.signature;

import io.amlreach.config.signature.Signature.Extract;
import io.amlreach.config.yaml.IdRegister;
import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.config.yaml.Value;
import io.amlreach.config.yaml.Words;
import io.amlreach.config.yaml.YamlNode;
import io.amlreach.config.yaml.YamlReader;
import io.amlreach.probe.Cause;
import io.amlreach.probe.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the signatures that are shipped and those that an operator adds. */
public final class SignatureReader {
  private static final String SHIPPED = "signatures.yaml";
  private static final Words<Stage> STAGES = new Words<>(Stage.values());
  private static final Words<Cause> CAUSES = new Words<>(Cause.values());
  private static final Words<Confidence> CONFIDENCES = new Words<>(Confidence.values());

  /** What an extract is called in a file. */
  private static final Map<String, Extract.Kind> EXTRACTS =
      Map.of(
          "header", Extract.Kind.HEADER,
          "title", Extract.Kind.TITLE,
          "addressAfter", Extract.Kind.ADDRESS_AFTER,
          "issuer", Extract.Kind.ISSUER);

  private SignatureReader() {}

  /** Those that come with the program; reads a file of 10 KiB each time. */
  public static List<Signature> shipped() {
    Problems problems = new Problems();
    List<Signature> signatures = List.of();
    try (InputStream in = SignatureReader.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the signatures are missing");
      }
      YamlNode root = YamlReader.read(SHIPPED, in.readAllBytes(), problems);
      if (root != null) {
        signatures = signatures(root, problems);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the signatures are broken: " + problems.list());
    }
    return signatures;
  }

  /**
   * Those of the operator, in the order of the files.
   *
   * @throws ProblemsException with all that is wrong in them
   */
  public static List<Signature> read(List<Path> files) throws ProblemsException {
    Problems problems = new Problems();
    List<Signature> signatures = new ArrayList<>();
    for (Path file : files) {
      YamlNode root = YamlReader.read(file, problems);
      if (root != null) {
        signatures.addAll(signatures(root, problems));
      }
    }
    problems.throwIfAny();
    return signatures;
  }

  private static List<Signature> signatures(YamlNode root, Problems problems) {
    MapReader file = MapReader.of(root, problems);
    IdRegister ids = new IdRegister();
    List<Signature> signatures = new ArrayList<>();
    for (MapReader map : file.value("signatures").required().maps()) {
      signature(map, ids).ifPresent(signatures::add);
    }
    file.finish();
    return signatures;
  }

  private static Optional<Signature> signature(MapReader map, IdRegister ids) {
    Optional<String> id = ids.add(map.value("id").required());
    Optional<String> blocker = map.value("blocker").required().text();
    Optional<Stage> stage = STAGES.read(map.value("stage").required());
    Value answer = map.value("answer");
    Value failure = map.value("failure");
    Optional<? extends Signature.Match> match = Optional.empty();
    if (answer.isPresent() == failure.isPresent()) {
      answer.refuse("either an answer or a failure to match");
    } else {
      match = answer.isPresent() ? MatchReader.answer(answer) : MatchReader.failure(failure);
    }
    Value cause = map.value("cause");
    Value detail = map.value("detail");
    if (answer.isPresent()) {
      cause.required();
      detail.required();
    } else if (cause.isPresent()) {
      cause.refuse("no cause beside a failure, which has one");
    }
    Optional<Cause> told = CAUSES.read(cause);
    String text = detail.text().orElse("");
    Optional<Confidence> confidence = CONFIDENCES.read(map.value("confidence").required());
    List<Extract> evidence = extracts(map.value("evidence"));
    String hint = map.value("hint").text().orElse(null);
    List<String> sources = map.value("sources").required().texts();
    String note = map.value("note").text().orElse(null);
    map.finish();
    if (id.isEmpty() || blocker.isEmpty() || stage.isEmpty() || match.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Signature(
            id.get(),
            blocker.get(),
            stage.get(),
            match.get(),
            told.orElse(null),
            text,
            confidence.orElse(Confidence.LOW),
            evidence,
            hint,
            sources,
            note));
  }

  private static List<Extract> extracts(Value value) {
    List<Extract> extracts = new ArrayList<>();
    for (MapReader map : value.maps()) {
      String label = map.value("label").required().text().orElse("");
      List<String> given =
          EXTRACTS.keySet().stream().filter(key -> map.value(key).isPresent()).sorted().toList();
      if (given.size() == 1) {
        String key = given.get(0);
        String argument = map.value(key).text().orElse("").toLowerCase(Locale.ROOT);
        extracts.add(new Extract(label, EXTRACTS.getOrDefault(key, Extract.Kind.TITLE), argument));
      } else {
        map.value("header").refuse("one of header, title, addressAfter or issuer");
      }
      map.finish();
    }
    return extracts;
  }
}
