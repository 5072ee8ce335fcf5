/// Verbs of things that can be seen and heard, in their base form.
enum EnglishVerbs {
    static let all: Set<String> = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let text = """
        act add adjust aim appear apply approach arrange arrive ask assemble attach attack bake balance bark
        bathe be bear beat become beg begin bend bite blend bloom blow board boil bounce bow box break breathe
        bring brush build burn burst butter button buy call capture care carry carve catch celebrate change
        charge chase chat cheer chew chop clap clean clear climb cling close collect comb come compete cook
        cough count cover crack crash crawl create cross crouch cruise crush cry cut cycle dance dash deal
        decorate deliver descend dice dig dip direct disappear dive divide do drag draw dress drift drill drink
        drip drive drop dry dump eat emerge empty enter erupt examine exchange exercise exit explain explode
        explore face fade fall fasten feed feel fetch fight fill film find finish fish fit fix flap flash flip
        float flow fly focus fold follow freeze fry gallop gather gaze get give glance glide glow go grab graze
        greet grill grin grind grow guard guide hammer hand handle hang have hear help hide hike hit hold hop
        hover howl hug hunt ice inflate inspect iron jog join juggle jump keep kick kiss knead kneel knit knock
        land laugh lay lead lean leap learn leave lick lie lift light line listen load lock look lose lower make
        march mark marry massage measure meditate meet melt merge milk mince miss mix mop move mow nap nod
        offer open operate pace pack paddle paint park parade pass pat paw pay pedal pee peek peel perch perform
        pet pick pile place plant play plow plunge point polish pose pour practice pray prepare present press
        pretend print proceed protest prune pull pump punch purr push put queue race rain raise reach read ready
        receive record reflect relax release remove repair rescue rest return ride ring rinse rise roar roast
        rock roll rotate row rub run rush sail salute saw say scatter scoop scrape scratch scream scrub sculpt
        search season see seem sell send serve set sew shake share sharpen shave shine ship shoot shout shovel
        show shower shred shut sing sink sip sit skate sketch ski skip sleep slice slide smash smell smile smoke
        sneeze sniff snow snowboard soak soar sort sparkle speak spill spin splash split spray spread sprinkle
        sprint squat squeeze stack stand stare start steer step stick stir stitch stop stretch strike stroke
        stroll strum study surf surround swallow sway sweat sweep swim swing swirl switch take talk tap taste
        teach tear tease tell test think throw tie tilt toast toss touch tour tow trace train travel trim trip
        trot try tumble tune turn twirl twist type unfold unload unpack unwrap urinate use vacuum visit wade wag
        wait wake walk wander warm wash watch water wave wear weave weigh weld whip whisper whistle wink wipe
        work wrap wrestle write yawn yell zoom bounce lounge scurry doze sprint crochet bowl golf bat pitch
        """
}
