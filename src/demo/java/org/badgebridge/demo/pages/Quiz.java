package org.badgebridge.demo.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.badgebridge.demo.http.Html;
import org.badgebridge.demo.school.Activity;

/** A handful of questions with one right answer each. */
record Quiz(List<Question> questions) {

  record Question(String text, List<String> answers, int right) {}

  private static final Quiz CITING =
      new Quiz(
          List.of(
              new Question(
                  "You use somebody's idea in your own words. Do you name the source?",
                  List.of("Yes", "Only if I copy a whole sentence", "No"),
                  0),
              new Question(
                  "What belongs in every reference?",
                  List.of("The colour of the cover", "Author, year, title", "The price"),
                  1),
              new Question(
                  "A web page has no author. What do you do?",
                  List.of("Leave it out", "Invent one", "Name the organisation that publishes it"),
                  2),
              new Question(
                  "What is a primary source?",
                  List.of("The first search result", "The evidence itself", "A textbook"),
                  1)));

  private static final Quiz FOOTPRINTS =
      new Quiz(
          List.of(
              new Question(
                  "What does a carbon footprint count?",
                  List.of("Emissions over a life cycle", "Trees planted", "Litres of water"),
                  0),
              new Question(
                  "Which of these is usually left out of a product's footprint?",
                  List.of("Its transport", "How its buyer feels", "Its raw materials"),
                  1),
              new Question(
                  "What is compared in a life cycle assessment?",
                  List.of("Prices", "Brands", "A functional unit"),
                  2),
              new Question(
                  "Reducing, reusing, recycling: which comes first?",
                  List.of("Reducing", "Reusing", "Recycling"),
                  0)));

  static Quiz of(Activity activity) {
    return activity.title().contains("footprint") ? FOOTPRINTS : CITING;
  }

  /** The share of right answers, from 0 to 1. */
  double share(Map<String, String> answers) {
    long right =
        IntStream.range(0, questions.size())
            .filter(i -> Integer.toString(questions.get(i).right()).equals(answers.get("q" + i)))
            .count();
    return (double) right / questions.size();
  }

  Html html() {
    return Html.join(IntStream.range(0, questions.size()).mapToObj(this::question));
  }

  private Html question(int number) {
    Question question = questions.get(number);
    Html answers =
        Html.join(
            IntStream.range(0, question.answers().size())
                .mapToObj(
                    i ->
                        Html.of(
                            """
                            <label class="check"><input type="radio" name="q{}" value="{}" required>
                            {}</label>
                            """,
                            number,
                            i,
                            question.answers().get(i))));
    return Html.of("<fieldset><legend>{}</legend>{}</fieldset>", question.text(), answers);
  }
}
