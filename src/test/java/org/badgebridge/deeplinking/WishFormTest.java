package org.badgebridge.deeplinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.junit.jupiter.api.Test;

class WishFormTest {

  @Test
  void anActivityThatIsCompletedNeedsNoGrade() {
    Wish wish = form("ACTIVITY_DONE", "nonsense", "MODULE/34").wish();
    assertThat(wish.evidence()).isEqualTo(Wish.Evidence.ACTIVITY_DONE);
    assertThat(wish.activity()).isEqualTo("MODULE/34");
  }

  @Test
  void anActivityMustBeChosenAndAGradeMakeSense() {
    assertThatThrownBy(() -> form("ACTIVITY_GRADE", "0", "").wish())
        .asInstanceOf(type(InvalidFields.class))
        .satisfies(
            invalid ->
                assertThat(invalid.faults())
                    .extracting(FieldFault::field)
                    .containsExactly("percent", "activity"));
  }

  @Test
  void whatIsNotAskedAboutIsForgotten() {
    assertThat(form("RESTRICTION", "", "MODULE/34").wish().activity()).isEmpty();
    assertThat(form("OWN_GRADE", "55,5", "MODULE/34").wish())
        .returns("", Wish::activity)
        .returns(55.5, Wish::percent);
  }

  @Test
  void aWishSaysTheFormThatSaidIt() {
    for (WishForm each :
        new WishForm[] {
          form("ACTIVITY_GRADE", "70.5", "MODULE/34"), form("ACTIVITY_DONE", "60", "COURSE/course")
        }) {
      assertThat(WishForm.of(each.wish())).isEqualTo(each);
    }
  }

  private static WishForm form(String evidence, String percent, String activity) {
    var form = new MultivaluedHashMap<String, String>();
    form.putSingle("evidence", evidence);
    form.putSingle("percent", percent);
    form.putSingle("activity", activity);
    form.putSingle("mode", "AUTOMATIC");
    return WishForm.from(form);
  }
}
