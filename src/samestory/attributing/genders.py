"""Whether "he" or "she" can stand for somebody: by title, by role, by first name.

Names and words come in; "she", "he" or None go out. None is no answer, and excludes nobody. First names that men
and women share (Alex, Jordan, Kim, Leslie ...) are left out on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from samestory.text import listed

Gender = Literal["she", "he"]

SHE_WORDS = listed(
    """mrs ms miss lady dame queen princess duchess sister mother mom mum mommy mama wife daughter stepdaughter step-daughter aunt
    grandmother grandma niece girlfriend fiancee fiancée widow actress hostess waitress woman girl congresswoman chairwoman
    spokeswoman businesswoman policewoman councilwoman assemblywoman saleswoman congresswomen heroine nun bride madam
    alderwoman selectwoman headmistress baroness countess viscountess"""
)
HE_WORDS = listed(
    """mr sir lord king prince duke brother father dad daddy husband son stepson step-son uncle grandfather grandpa nephew boyfriend
    fiance fiancé widower actor waiter man boy congressman chairman spokesman businessman policeman councilman assemblyman salesman
    gentleman hero monk groom pope imam fr
    alderman headmaster viscount monsignor"""
)
SHE_NAMES = listed(
    """Abigail Ada Adele Adriana Agnes Aisha Alexandra Alexandria Alice Alicia Alison Allison Alyssa Amanda Amber Amelia Amina Amy Ana
    Andrea Angela Angelina Anita Ann Anna Anne Annette Annie April Ariana Ashley Audrey Ava Barbara Beatrice Becky Bella Bernadette
    Beth Bethany Betsy Betty Beverly Bianca Bonnie Brenda Brianna Bridget Brittany Camila Camille Candace Cara Carla Carmela Carly Carmen
    Carol Carole Caroline Carolyn Carrie Catherine Cathy Cecilia Celeste Celine Charlene Charlotte Chelsea Cheryl Chloe Christina Christine
    Cindy Claire Clara Claudia Colleen Connie Constance Crystal Cynthia Daisy Danielle Daphne Dawn Deborah Debra Debbie
    Delia Denise Diana Diane Dianne Dolores Donna Dora Doreen Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Elise Elizabeth
    Ella Ellen Eloise Elsa Emily Emma Erica Erin Esther Eva Evelyn Faith Fatima Felicia Fiona Florence Frances Francesca Freya
    Gabriela Gabriella Gabrielle Gail Georgia Georgina Geraldine Gertrude Gina Ginger Giselle Gladys Gloria Grace Greta Gretchen
    Gwen Hanna Hannah Harriet Heather Heidi Helen Helena Henrietta Hilary Hillary Holly Hope Ida Imogen Ines Ingrid Irene Iris
    Isabel Isabella Isabelle Ivanka Ivana Jacqueline Jane Janet Janice Janine Jasmine Jeanette Jeanne Jenna Jennifer Jenny Jessica
    Jill Jillian Joan Joanna Joanne Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie Juliet June Justine Kaitlyn Karen
    Karin Karla Kate Katherine Kathleen Kathryn Kathy Katie Kayla Kellyanne Kendra Kimberly Kirsten Kristen Kristin Kristina Lara
    Laura Lauren Laurie Leah Leila Lena Leticia Lillian Lily Linda Lisa Liz Loretta Lori Lorraine Louise Lucia Lucille Lucy
    Luisa Lydia Mabel Madeleine Madison Maggie Maisie Mandy Marcia Margaret Margot Maria Mariana Marianne Marie Marilyn Marina
    Marjorie Marlene Marsha Martha Mary Matilda Maureen Maya Megan Meghan Melania Melanie Melinda Melissa Meredith Mia Michelle
    Mildred Miranda Miriam Molly Monica Muriel Nadia Nancy Naomi Natalia Natalie Natasha Nellie Nicole Nikki Nina Nora Norma Olga Olive
    Olivia Pamela Patricia Patty Paula Pauline Peggy Penelope Penny Phoebe Phyllis Priscilla Rachel Rebecca Regina Renee Rhonda Rita
    Roberta Rosa Rosalind Rose Rosemary Roxanne Ruby Ruth Sabrina Sally Samantha Sandra Sara Sarah Selena Serena Sharon Sheila
    Shelley Sheryl Shirley Silvia Simone Sofia Sonia Sonya Sophia Sophie Stella Stephanie Sue Susan Susanna Suzanne Sybil
    Sylvia Tabitha Tamara Tammy Tanya Tara Teresa Tessa Thelma Theresa Tiffany Tina Tricia Ursula Valentina Valerie Vanessa
    Vera Veronica Victoria Viola Violet Virginia Vivian Wanda Wendy Whitney Wilma Winifred Yolanda Yvette Yvonne Zoe"""
)
HE_NAMES = listed(
    """Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Al Alan Albert Alec Alejandro Alexander Alfred Ali Allan Allen Alvin Amir Amos
    Andre Andrew Andy Angelo Anthony Antonio Archie Arnold Arthur Barack Barry Bart Basil Ben Benedict Benjamin Bernard Bernie Bert
    Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Byron Caleb Calvin Carl Carlos Cedric
    Cesar Chad Charles Charlie Chester Chris Christian Christopher Chuck Clarence Claude Clayton Clifford Clint Clive Colin Conor
    Conrad Craig Curtis Cyril Damian Dan Daniel Danny Darrell Darren Dave David Dean Dennis Denis Derek Desmond Dick Diego Dmitry
    Dominic Don Donald Douglas Duncan Dustin Dwight Earl Ed Eddie Edgar Edmund Eduardo Edward Edwin Eli Elijah Elliot Emmanuel Enrique
    Eric Erik Ernest Ernesto Ethan Eugene Evan Felix Ferdinand Fernando Floyd Francesco Francis Francisco Frank Franklin Fred Frederick
    Gabriel Gareth Garrett Gary Gavin Gene Geoffrey George Gerald Gerard Gilbert Giovanni Glenn Gordon Graham Grant Greg Gregory
    Guillermo Gus Guy Hans Harold Harry Harvey Hassan Hector Henry Herbert Herman Horace Howard Hubert Hugh Hugo Ian Ibrahim Ignacio
    Isaac Ivan Jack Jacob Jake James Jared Jason Javier Jay Jeb Jeff Jeffrey Jeremy Jerome Jerry Jesse Jim Jimmy Joe Joel John Johnny
    Jonathan Jorge Jose José Joseph Josh Joshua Juan Julian Julio Justin Karl Keith Ken Kenneth Kevin Kurt Kyle Lance Larry Lars
    Lawrence Lee Len Leo Leon Leonard Leonardo Leroy Lester Liam Lionel Lloyd Lorenzo Louis Luca Lucas Luis Luke Luther Malcolm Manuel
    Marc Marcel Marco Marcus Mario Mark Marshall Martin Marvin Mateo Matt Matthew Maurice Max Maxwell Melvin Miguel Mike Michael Miles
    Milton Mitch Mitchell Mitt Mohamed Mohammed Muhammad Morris Moses Nathan Nathaniel Neil Nelson Newt Nicholas Nick Nicolas Nigel
    Noah Norman Oliver Omar Oscar Oswald Otto Owen Pablo Patrick Paul Pedro Percy Perry Pete Peter Phil Philip Phillip Pierre Quentin
    Rafael Ralph Ramon Randall Randy Raul Ray Raymond Reginald Reince Rex Ricardo Richard Rick Rob Robert Roberto Roderick Rodney
    Rodrigo Roger Roland Ron Ronald Rory Ross Roy Rudolph Rudy Rupert Russell Ryan Salvador Samuel Saul Scott Sean Sebastian Sergei
    Sergio Seth Shane Shaun Sheldon Sherrod Sidney Silvio Simon Solomon Spencer Stan Stanley Stephen Steve Steven Stewart Stuart Ted
    Terence Thaddeus Theodore Thomas Tim Timothy Tobias Todd Tom Tommy Tony Travis Trevor Tyler Ulrich Victor Vincent Vladimir Wade
    Wallace Walter Warren Wayne Wesley Wilfred William Willie Winston Wolf Wolfgang Xavier Yusuf Zachary"""
)


def of_word(word: str) -> Gender | None:
    """The gender that a title or a role tells.

    >>> of_word("Mrs."), of_word("spokesman"), of_word("doctor")
    ('she', 'he', None)
    """
    plain = word.lower().rstrip(".")
    return "she" if plain in SHE_WORDS else "he" if plain in HE_WORDS else None


def of_words(words: Iterable[str]) -> Gender | None:
    """The gender that the last telling word of several tells: "her husband" is a he."""
    told = [gender for word in words if (gender := of_word(word))]
    return told[-1] if told else None


def of_name(name: str) -> Gender | None:
    """The gender that a full name's first name tells.

    >>> of_name("Ann Doe"), of_name("Marrow"), of_name("Kim Doe")
    ('she', None, None)
    """
    words = name.split()
    if len(words) == 1 and words[0] not in SHE_NAMES:
        return None  # a lone "Warren" or "Grant" is as often a last name
    return of_first_name(words[0])


def of_first_name(word: str) -> Gender | None:
    """The gender of a first name, None where it is unknown or both bear it."""
    return "she" if word in SHE_NAMES else "he" if word in HE_NAMES else None
