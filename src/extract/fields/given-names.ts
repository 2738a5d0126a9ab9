/**
 * First names of people in languages in which “and” may stand between one person's family names (Spanish and Portuguese
 * “y”, “e”, Catalan “i”), or is written as one of these (Italian, Polish, Croatian). Such a name behind “and” is another
 * person's, where a family name may be the same person's. Common ones only, and none that families have as well
 * (Alonso, Gil, Martín, Santiago, Vicente).
 */
const GIVEN_NAMES = new Set(
  // Spanish
  (
    'adriana alberto alejandra alejandro álvaro amaia ana andrea ángela antonio beatriz begoña carla carlos carmen carolina ' +
    'catalina cecilia clara claudia cristina cristóbal daniela diana diego dolores eduardo elena emilio enrique ' +
    'esther eva fátima federico felipe fernanda fernando francisco gabriela gerardo gloria gonzalo guillermo gustavo héctor ' +
    'ignacio inés irene isabel iván javier jesús jimena joaquín jorge josé josefina juan juana julia julieta julio laura leticia lola ' +
    'lorena lucía luis luisa magdalena manuel manuela marcela margarita maría mariana maribel mario marisa marisol marta ' +
    'maría mercedes mónica montserrat natalia nerea noelia noemí nuria óscar pablo paloma paola patricia paula pedro ' +
    'pilar rafael raquel raúl ricardo roberto rocío rodrigo rubén sandra sara sergio silvia ' +
    'sofía soledad sonia susana tania teresa valentina valeria verónica víctor virginia xavier ximena ' +
    'yolanda ' +
    // Portuguese
    'adriano aline amanda ângela antónio antônio beatriz bruna camila catarina cátia cláudia débora eduarda ' +
    'fábio fernanda filipe filipa flávia francisca gabriel gonçalo guilherme helena henrique inês isabela joana joão jorge júlia ' +
    'juliana larissa leonardo letícia luana luciana luís luísa luiz marcelo márcia margarida mariana marília matheus miguel mónica mônica ' +
    'nuno patrícia paulo rafaela renata rita rodrigo rogério rui sérgio sílvia sofia susana tatiana telma thiago tiago ' +
    'vanessa vinícius vítor ' +
    // Catalan
    'àlex carles enric ferran gemma glòria helena jaume joan jordi josep laia lluís mariona martina meritxell mireia ' +
    'montse neus núria oriol pere quim sílvia xavi ' +
    // Italian
    'alessandra alessandro alessia alice andrea anna annalisa antonella antonio arianna beatrice chiara claudia claudio ' +
    'cristiano daniela daniele davide debora domenico elena eleonora elisa elisabetta emanuele enrico enzo fabio fabrizio ' +
    'federica federico filippo francesca francesco gabriele gianluca gianni giacomo giorgia giorgio giovanna giovanni giulia giulio ' +
    'giuseppe ilaria irene laura luca lucia luigi marcella margherita marta massimo matteo maurizio mauro ' +
    'michela michele monica nicola nicoletta paola paolo raffaella riccardo roberta salvatore sara sergio serena silvia simona ' +
    'simone sofia stefania stefano tommaso umberto valentina valeria valerio vincenzo vittoria vittorio ' +
    // Polish
    'agata agnieszka aleksandra andrzej anna barbara bartosz beata dariusz dorota ewa grzegorz halina iwona jacek jakub ' +
    'joanna justyna karolina katarzyna kinga krystyna krzysztof magdalena maciej małgorzata marcin marek maria mariusz ' +
    'marta mateusz michał monika natalia paweł piotr przemysław radosław rafał sławomir stanisław szymon tomasz ' +
    'wojciech zbigniew zofia ' +
    // Croatian, Bosnian, Serbian
    'ana branka danijela darko dejan dragan dubravka goran hrvoje igor ivana ivica ivo jasna jelena katarina krešimir ljiljana ' +
    'marija marijana marina marko maja milan milena mirjana mirko nikola nikolina petra sanja snežana snježana slobodan tanja tihomir ' +
    'tomislav vesna vladimir zlatko zoran željko'
  ).split(' '),
);

/** Whether one word is a first name, and hardly ever a family's. */
export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(word.toLowerCase());
}
