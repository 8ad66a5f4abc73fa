package io.limbeck.adapter.http;

import io.limbeck.application.document.FailureCode;
import io.limbeck.domain.LimbeckException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is not answered as its sender hoped. */
final class Refused extends LimbeckException {
  /** What the command line says of a call it does not understand. */
  private static final int USAGE = 2;

  private final int status;
  private final int code;
  private final transient Map<String, String> headers;
  private final transient Map<String, Object> members;

  private Refused(
      int status,
      int code,
      String problem,
      String remedy,
      Map<String, String> headers,
      Map<String, Object> members) {
    super(problem, remedy);
    this.status = status;
    this.code = code;
    this.headers = new LinkedHashMap<>(headers);
    this.members = new LinkedHashMap<>(members);
  }

  private static Refused of(int status, int code, String problem, String remedy) {
    return new Refused(status, code, problem, remedy, Map.of(), Map.of());
  }

  /** What HTTP does not allow. */
  static Refused malformed(String problem) {
    return of(400, USAGE, problem, "Send it as HTTP wants it.");
  }

  /** What is HTTP, and makes no sense here. */
  static Refused invalid(String problem, String remedy) {
    return of(422, USAGE, problem, remedy);
  }

  static Refused unauthorized(String problem, String remedy) {
    return new Refused(
        401,
        FailureCode.REFUSED,
        problem,
        remedy,
        Map.of("WWW-Authenticate", "Bearer realm=\"limbeck\""),
        Map.of());
  }

  static Refused forbidden(String problem, String remedy) {
    return of(403, FailureCode.REFUSED, problem, remedy);
  }

  static Refused notFound(String problem, String remedy) {
    return of(404, FailureCode.FAILED, problem, remedy);
  }

  /**
   * @param allowed the methods that the path has, not empty
   */
  static Refused method(String method, List<String> allowed) {
    return new Refused(
        405,
        USAGE,
        "%s is not what one can do here.".formatted(method),
        "Use %s.".formatted(String.join(" or ", allowed)),
        Map.of("Allow", String.join(", ", allowed)),
        Map.of());
  }

  static Refused slow(String problem, String remedy) {
    return of(408, USAGE, problem, remedy);
  }

  /**
   * @param members what tells the sender how things stand
   */
  static Refused conflict(int code, String problem, String remedy, Map<String, Object> members) {
    return new Refused(409, code, problem, remedy, Map.of(), members);
  }

  static Refused tooLarge(String problem, String remedy) {
    return of(413, USAGE, problem, remedy);
  }

  static Refused mediaType(String problem, String remedy) {
    return of(415, USAGE, problem, remedy);
  }

  static Refused tooMany(String problem, String remedy, long seconds) {
    return new Refused(
        429,
        FailureCode.REFUSED,
        problem,
        remedy,
        Map.of("Retry-After", Long.toString(seconds)),
        Map.of());
  }

  static Refused unavailable(int code, String problem, String remedy, long seconds) {
    return new Refused(
        503, code, problem, remedy, Map.of("Retry-After", Long.toString(seconds)), Map.of());
  }

  Reply reply() {
    Map<String, Object> document = Problems.document(status, code, problem(), remedy());
    document.putAll(members);
    return Reply.problem(status, document).with(headers);
  }
}
